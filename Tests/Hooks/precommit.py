#!/usr/bin/env python3
"""The hooks of .pre-commit-hooks.yaml under the real pre-commit, in a new repository of git.

    python3 Tests/Hooks/precommit.py .build/release/fdcpalint [--from-source]

pre-commit comes from PyPI into a virtual environment of its own (kept in .build/hooks). Each case
commits, or fails to: a bad letter, a good one, a renamed one, a mend that is not staged. With
--from-source the hook that builds this repository is run once as well; that takes minutes.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = "pre-commit==4.*"
BAD = "Pay by Friday or we will have you arrested.\n\nThis is from a debt collector.\n"
GOOD = "Your balance is $210. Call us with questions.\n\nThis is from a debt collector.\n"
LETTER = "letters/first notice.letter.md"


def installed():
    """The real pre-commit, installed when it is not there yet; nothing where that cannot be done."""
    home = ROOT / ".build" / "hooks"
    tool = home / "bin" / "pre-commit"
    if not tool.exists():
        try:
            venv.create(home, with_pip=True, clear=True)
            subprocess.run([home / "bin" / "pip", "install", "-q", VERSION], check=True)
        except (subprocess.CalledProcessError, OSError) as error:
            print(f"LEFT OUT: pre-commit cannot be installed here ({error})")
            return None
    return tool


class Repository:
    def __init__(self, folder, tool):
        self.folder = pathlib.Path(folder)
        bin_folder = self.folder.parent / "bin"
        bin_folder.mkdir()
        shutil.copy(tool, bin_folder / "fdcpalint")
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))},
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(self.folder.parent / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.com",
            "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.com",
        }
        self.folder.mkdir()
        self.git("init", "-q", "-b", "main", ".")

    def run(self, *command, check=True):
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if check and done.returncode:
            sys.exit(f"{command} gave {done.returncode}:\n{done.stdout}")
        return done

    def git(self, *arguments, check=True):
        return self.run("git", *arguments, check=check)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commit(self, what):
        return self.git("commit", "-q", "-m", what, check=False)


def expect(name, holds, told=""):
    print(("ok    " if holds else "FAILS ") + name)
    if not holds:
        sys.exit(told)


def hooked(work, tool, pre_commit, hook):
    """A repository whose commits run one hook of this checkout."""
    there = Repository(pathlib.Path(work) / "letters", tool)
    # pre-commit clones what it runs; a snapshot of the checkout stands in for a release.
    hooks = pathlib.Path(work) / "hooks"
    shutil.copytree(
        ROOT, hooks, ignore=shutil.ignore_patterns(".git", ".build*", "Package.resolved"))
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    for arguments in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "hooks"]):
        subprocess.run(["git", "-C", hooks, *arguments], env=there.environment, check=True)
    revision = subprocess.run(
        ["git", "-C", hooks, "rev-parse", "HEAD"], env=there.environment, check=True,
        text=True, stdout=subprocess.PIPE).stdout.strip()
    there.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n")
    there.git("add", ".pre-commit-config.yaml")
    there.run(str(pre_commit), "install")
    return there


def commits(there):
    done = there.commit("nothing but settings")
    expect("a commit without documents passes", done.returncode == 0, done.stdout)

    there.write(LETTER, BAD)
    there.git("add", "-A")
    done = there.commit("bad")
    expect("a bad letter stops the commit", done.returncode != 0, done.stdout)
    expect(
        "… and says why and where",
        f"{LETTER}:1:" in done.stdout and "federal/threat-of-arrest" in done.stdout, done.stdout)

    there.write(LETTER, GOOD)
    done = there.commit("mended, not staged")
    expect("a mend that is not staged does not help", done.returncode != 0, done.stdout)
    there.git("add", "-A")
    done = there.commit("good")
    expect("the mended letter passes", done.returncode == 0, done.stdout)

    there.write(LETTER, BAD)
    done = there.git("commit", "-q", "--allow-empty", "-m", "elsewhere", check=False)
    expect("a bad letter that is not staged stops nothing", done.returncode == 0, done.stdout)
    there.git("checkout", "-q", "--", ".")

    # A bad letter that came in before there was a hook, and is only moved now.
    there.write("letters/old.letter.md", BAD)
    there.git("add", "-A")
    there.git("commit", "-q", "--no-verify", "-m", "before the hook")
    there.git("mv", "letters/old.letter.md", "letters/moved ö.letter.md")
    done = there.commit("renamed")
    expect(
        "a renamed letter is still checked",
        done.returncode != 0 and "moved ö.letter.md:1:" in done.stdout, done.stdout)
    there.git("reset", "-q", "--hard")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--from-source"]
    tool = pathlib.Path(arguments[0]).resolve()
    pre_commit = installed()
    if pre_commit is None:
        return
    with tempfile.TemporaryDirectory() as work:
        there = hooked(work, tool, pre_commit, "fdcpalint")
        commits(there)
        config = there.folder / ".pre-commit-config.yaml"
        there.write(
            config.name, config.read_text().replace("id: fdcpalint\n", "id: fdcpalint-ci\n"))
        done = there.run(str(pre_commit), "run", "--all-files", check=False)
        expect(
            "the hook for CI finds what is in the repository",
            done.returncode != 0 and "letters/old.letter.md:1:" in done.stdout, done.stdout)
        there.write("letters/old.letter.md", GOOD)
        done = there.run(str(pre_commit), "run", "--all-files", check=False)
        expect("… and passes when it is mended", done.returncode == 0, done.stdout)
    if "--from-source" in sys.argv:
        with tempfile.TemporaryDirectory() as work:
            there = hooked(work, tool, pre_commit, "fdcpalint-source")
            commits(there)


main()
