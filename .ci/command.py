"""Runs the command many times: each of a few processes serves one command line after another."""

import os
import pathlib
import queue
import struct
import subprocess
import tempfile
import threading

SECONDS = 120
SERVER = pathlib.Path(__file__).resolve().parent / "CaseServer.java"
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"]


class Command:
    """The command of a jar; a context that ends its processes. Safe for as many threads as it has processes."""

    def __init__(self, jar, processes=os.cpu_count()):
        self.classes = tempfile.TemporaryDirectory()
        subprocess.run(["javac", "-cp", str(jar), "-d", self.classes.name, str(SERVER)], check=True)
        self.line = JAVA + ["-cp", f"{jar}{os.pathsep}{self.classes.name}", "org.saleskpi.cli.CaseServer"]
        self.idle = queue.SimpleQueue()
        for _ in range(processes):
            self.idle.put(None)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        while not self.idle.empty():
            server = self.idle.get()
            if server is not None:
                server.stdin.close()
                server.wait()
        self.classes.cleanup()

    def run(self, folder, arguments):
        """Exit code, standard output and standard error of a command line, as if it were run in a folder. What it does not
        do in time has no exit code."""
        # A process cannot change its folder: what a word names there is given in full.
        words = [str(folder / word) if word and (folder / word).exists() else word for word in arguments]
        server = self.idle.get() or self.start()
        watch = threading.Timer(SECONDS, server.kill)
        watch.start()
        try:
            server.stdin.write(("\x1f".join(words) + "\n").encode())
            server.stdin.flush()
            code = number(server)
            answer = code, text(server), text(server)
        except (EOFError, OSError):
            server.kill()
            server = None
            answer = None, "", f"no answer within {SECONDS} s"
        finally:
            watch.cancel()
        self.idle.put(server)
        return answer

    def start(self):
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANG="C.UTF-8")
        return subprocess.Popen(self.line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)


def number(server):
    return struct.unpack(">i", exactly(server, 4))[0]


def text(server):
    return exactly(server, number(server)).decode("utf-8", "replace")


def exactly(server, size):
    found = server.stdout.read(size)
    if len(found) < size:
        raise EOFError
    return found
