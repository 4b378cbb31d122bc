"""Runs a program in a pseudo-terminal and answers its questions.

Reads {"argv", "cwd", "env", "columns", "steps": [[expected words, answer], …]} as JSON from standard input, writes
{"status", "screen"} to standard output. An answer is typed only when its words have appeared after the last answer.
"""
import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

job = json.load(sys.stdin)
if job.get("none"):
    # Without any terminal, even when these tests are run at one.
    import subprocess

    done = subprocess.run(
        job["argv"], cwd=job["cwd"], env=job["env"], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, timeout=60,
    )
    json.dump({"status": done.returncode, "screen": done.stdout.decode(), "unasked": []}, sys.stdout)
    sys.exit()
process, terminal = pty.fork()
if process == 0:
    if columns := job.get("columns"):
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.chdir(job["cwd"])
    os.execve(job["argv"][0], job["argv"], job["env"])

screen = b""
seen = 0
steps = list(job["steps"])
until = time.monotonic() + 60
while True:
    while steps and (at := screen.find(steps[0][0].encode(), seen)) >= 0:
        seen = at + len(steps[0][0].encode())
        # Time for the program to turn the echo off before a passphrase.
        time.sleep(0.3)
        os.write(terminal, steps[0][1].encode())
        steps.pop(0)
    left = until - time.monotonic()
    if left <= 0:
        os.kill(process, 9)
        break
    if not select.select([terminal], [], [], min(left, 1))[0]:
        continue
    try:
        read = os.read(terminal, 65536)
    except OSError:
        break
    if not read:
        break
    screen += read
status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
json.dump({"status": status, "screen": screen.decode(), "unasked": [step[0] for step in steps]}, sys.stdout)
