"""A terminal session of `npm run init`: what is typed is given as JSON on standard input.

Each step is [what to wait for, what to send]. Prints the exit code on the last line. Needs pexpect.
"""
import json
import sys

import pexpect

KEYS = {"<enter>": "\r", "<ctrl-c>": "\x03", "<down>": "\x1b[B", "<space>": " "}
given = json.load(sys.stdin)
child = pexpect.spawn(given["node"], ["scripts/init.ts"], encoding="utf-8", timeout=60, dimensions=(60, 140))
child.logfile_read = sys.stdout
for wanted, keys in given["steps"]:
    child.expect(wanted)
    for key in keys:
        child.send(KEYS.get(key, key))
child.expect(pexpect.EOF)
child.close()
print(f"\nexit {child.exitstatus}")
