"""Drives a headless Chromium over its DevTools protocol, with nothing but Python's own library."""
import base64
import json
import os
import socket
import struct
import subprocess
import tempfile
import time
import urllib.request


class Socket:
    """A WebSocket to the browser on this machine: text frames, no extensions (RFC 6455)."""

    def __init__(self, address):
        host, _, path = address.removeprefix("ws://").partition("/")
        name, _, port = host.partition(":")
        self.stream = socket.create_connection((name, int(port)), timeout=120)
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall((
            f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.stream.recv(1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(f"the browser refused the connection: {head!r}")

    def send(self, text):
        body = text.encode()
        size = len(body)
        head = bytes([0x81])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 65536:
            head += bytes([0x80 | 126]) + struct.pack(">H", size)
        else:
            head += bytes([0x80 | 127]) + struct.pack(">Q", size)
        # A mask of zeros is a mask.
        self.stream.sendall(head + bytes(4) + body)

    def _exactly(self, count):
        parts = []
        while count:
            part = self.stream.recv(min(count, 1 << 20))
            if not part:
                raise RuntimeError("the browser closed the connection")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def receive(self):
        text = b""
        while True:
            first, second = self._exactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack(">H", self._exactly(2))
            elif size == 127:
                (size,) = struct.unpack(">Q", self._exactly(8))
            body = self._exactly(size)
            if first & 0x0F in (0, 1):
                text += body
                if first & 0x80:
                    return text.decode()


class Browser:
    """One browser with one page, closed at the end of a `with`."""

    def __init__(self, program="chromium"):
        self.program = program

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [self.program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-port=0", f"--user-data-dir={self.profile.name}",
             "--no-first-run", "--disable-extensions", "--disable-background-networking",
             "--disable-component-update", "--font-render-hinting=none", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port_file = os.path.join(self.profile.name, "DevToolsActivePort")
        end = time.monotonic() + 60
        while not os.path.exists(port_file) or not open(port_file).read().strip():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{self.program} did not start")
            time.sleep(0.05)
        port = open(port_file).read().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = json.load(answer)
        page = next(page for page in pages if page["type"] == "page")
        self.socket = Socket(page["webSocketDebuggerUrl"])
        self.number = 0
        self.events = []
        self.found = []
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.profile.cleanup()

    def call(self, method, **params):
        self.number += 1
        number = self.number
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.receive())
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, event):
        while True:
            for index, found in enumerate(self.events):
                if found.get("method") == event:
                    return self.events.pop(index)
            self.events.append(json.loads(self.socket.receive()))

    def open(self, path, hash=""):
        """Opens a file, and says after how many seconds its script had drawn the page."""
        self.call("Page.navigate", url="about:blank")
        self.wait_for("Page.loadEventFired")
        self._sort()
        start = time.monotonic()
        self.call("Page.navigate", url=f"file://{os.path.abspath(path)}{hash}")
        self.wait_for("Page.loadEventFired")
        # Two frames: what was drawn is on the screen.
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return time.monotonic() - start

    def run(self, script):
        """What a script's value is, promises awaited."""
        result = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def settle(self):
        self.run("new Promise(done => setTimeout(() => requestAnimationFrame(done), 60))")

    def size(self, width, height, scale=1):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=scale, mobile=False)

    def theme(self, name):
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": name}])

    def picture(self, path, selector=None, height=None):
        """Takes a picture of the window, or of one element."""
        clip = {}
        if selector:
            box = self.run(
                f"(() => {{ const r = document.querySelector({json.dumps(selector)})"
                ".getBoundingClientRect(); return [r.x + scrollX, r.y + scrollY, r.width, r.height]; })()")
            clip = {"clip": {"x": box[0] - 8, "y": box[1] - 8, "width": box[2] + 16,
                             "height": min(box[3] + 16, height or 1e9), "scale": 1},
                    "captureBeyondViewport": True}
        image = self.call("Page.captureScreenshot", format="png", **clip)
        with open(path, "wb") as file:
            file.write(base64.b64decode(image["data"]))

    def paper(self, path):
        """Prints the page to a PDF."""
        result = self.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(result["data"]))

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name,
                      windowsVirtualKeyCode=code, text="\r" if name == "Enter" and kind == "keyDown" else "")

    def complaints(self):
        """Requests beyond the file itself, and everything that the console tells, since the last time."""
        self.run("0")
        self._sort()
        found, self.found = self.found, []
        return found

    def _sort(self):
        for event in self.events:
            params = event.get("params", {})
            if event["method"] == "Network.requestWillBeSent":
                url = params["request"]["url"]
                if not url.startswith(("file://", "about:")):
                    self.found.append(f"a request to {url}")
            elif event["method"] == "Runtime.exceptionThrown":
                self.found.append(f"an exception: {params['exceptionDetails']}")
            elif event["method"] == "Runtime.consoleAPICalled":
                self.found.append(f"the console: {params}")
            elif event["method"] == "Log.entryAdded":
                self.found.append(f"the log: {params['entry']['text']}")
        self.events = []
