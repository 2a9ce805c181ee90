#!/usr/bin/env python3
"""Validates reports against a JSON Schema.

    validate.py SCHEMA FILE...

A file that ends in .jsonl is read line by line against the schema's $defs/line, and its last line
must be a summary. Exit code 0 when all files hold, 1 when one does not, 2 for wrong use.
Needs: pip install jsonschema
"""

import json
import sys

import jsonschema


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def errors(schema, path):
    """Every fault of one file, each as a line that names its place."""
    with open(path, encoding="utf-8") as file:
        if not path.endswith(".jsonl"):
            for error in validator(schema).iter_errors(json.load(file)):
                yield f"{path}: {error.json_path}: {error.message}"
            return
        lines = file.read().split("\n")
    if lines.pop() != "":
        yield f"{path}: the last line does not end"
    by_kind = {
        kind: validator({"$schema": schema["$schema"], "$defs": schema["$defs"], **line})
        for line in schema["$defs"]["line"]["oneOf"]
        for kind in [line["$ref"].rsplit("/", 1)[1]]
    }
    kinds = []
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
        except ValueError as error:
            yield f"{path}:{number}: {error}"
            continue
        kinds.append(value.get("type"))
        if list(value)[:1] != ["type"]:
            yield f"{path}:{number}: type is not the first key"
        if value.get("type") not in by_kind:
            yield f"{path}:{number}: type {value.get('type')!r}; expected one of {', '.join(by_kind)}"
            continue
        for error in by_kind[value["type"]].iter_errors(value):
            yield f"{path}:{number}: {error.json_path}: {error.message}"
    if kinds[-1:] != ["summary"] or kinds.count("summary") != 1:
        yield f"{path}: the last line, and no other, must be the summary"


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    faults = [fault for path in sys.argv[2:] for fault in errors(schema, path)]
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{len(sys.argv) - 2} valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
