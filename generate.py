"""Run from a checkout: `python generate.py` is `banxin`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - here no installer has looked at the version
    sys.exit("Python 3.11 or later is needed / 需要 Python 3.11 或更高版本")

if __name__ == "__main__":
    from report.__main__ import run

    run()
