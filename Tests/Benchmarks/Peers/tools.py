"""What the benchmarks need: peers installed, small programs compiled, the product built."""
import os, shutil, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HERE = os.path.dirname(os.path.abspath(__file__))

# For each peer how to see that it is there, and the packages of Debian and of Homebrew that hold it.
PEERS = {
    "g++": ("command", "g++", "g++", "gcc"),
    "naive": ("header", "pcre2.h", "libpcre2-dev", "pcre2"),
    "Vectorscan": ("header", "hs/hs.h", "libvectorscan-dev", "vectorscan"),
    "RE2": ("header", "re2/set.h", "libre2-dev", "re2"),
    "ripgrep": ("command", "rg", "ripgrep", "ripgrep"),
    "grep": ("command", "grep", "grep", "grep"),
    "sort": ("command", "sort", "coreutils", "coreutils"),
    "SQLite": ("command", "sqlite3", "sqlite3", "sqlite"),
}
# Each engine's source and how it is linked.
ENGINES = {
    "naive": ("naive.cpp", "naive", ["-lpcre2-8"]),
    "vectorscan": ("vectorscan.cpp", "Vectorscan", ["-lhs"]),
    "vectorscan-prefilter": ("vectorscan.cpp", "Vectorscan", ["-DPEER_PREFILTER", "-lhs", "-lpcre2-8"]),
    "re2set": ("re2set.cpp", "RE2", ["-lre2"]),
}


class Tools:
    def __init__(self, folder, install, binary=None, bench=None):
        self.folder = folder
        self.installs = install
        self.binary = binary or os.path.join(ROOT, ".build/release/fdcpalint")
        self.bench = bench or os.path.join(ROOT, ".build/release")
        # Peers that gave no figures, and why.
        self.missing = {}

    def benchmark(self, name):
        return os.path.join(self.bench, name)

    def build(self, products):
        """Each of the executables that is not given."""
        for product in products:
            path = self.binary if product == "fdcpalint" else self.benchmark(product)
            if path.startswith(os.path.join(ROOT, ".build/")):
                command = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", product]
                subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)

    def has(self, peer):
        """Whether a peer is there, installing it if it is not."""
        if peer in self.missing:
            return False
        if self._is_there(peer) or (self.installs and self._install(peer) and self._is_there(peer)):
            return True
        self.missing[peer] = "not installed, and not to be installed here"
        return False

    def _is_there(self, peer):
        kind, name, *_ = PEERS[peer]
        if kind == "command":
            return shutil.which(name) is not None
        code = f"#define PCRE2_CODE_UNIT_WIDTH 8\n#include <{name}>\n"
        return shutil.which("g++") is not None and subprocess.run(
            ["g++", "-std=c++17", "-E", "-x", "c++", "-"], input=code, text=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL).returncode == 0

    def _install(self, peer):
        *_, debian, brew = PEERS[peer]
        if shutil.which("apt-get"):
            command = ["apt-get", "install", "-y", "-qq", debian]
            if os.geteuid() != 0:
                command = ["sudo", "-n"] + command
        elif shutil.which("brew"):
            command = ["brew", "install", brew]
        else:
            return False
        print(f"installing {peer}: {' '.join(command)}", file=sys.stderr)
        return subprocess.run(command, stdout=sys.stderr).returncode == 0

    def engine(self, name):
        """The compiled engine, or `None` where its library is not to be had."""
        source, peer, flags = ENGINES[name]
        if not (self.has("g++") and self.has(peer)):
            return None
        binary = os.path.join(self.folder, name)
        # Flags that link stand behind the source.
        command = ["g++", "-O2", "-std=c++17", "-Wall", "-Wextra", os.path.join(HERE, source), "-o", binary, *flags]
        built = subprocess.run(command, text=True, capture_output=True)
        if built.returncode != 0:
            self.missing[name] = "does not compile: " + built.stderr.strip().splitlines()[0]
            return None
        return binary
