"""Run from a checkout: `python generate.py` is `banxin`."""

from report.__main__ import run

if __name__ == "__main__":
    run()
