"""Few processes, many threads: callers of one process share transactions. gunicorn -c gunicorn.conf.py web:app

Connections to PostgreSQL: workers x pool_size (web.py) = 2 x 4, and while a reload goes on twice that.
"""
import os
import pathlib

bind = os.environ.get("BIND", "127.0.0.1:8000")
chdir = str(pathlib.Path(__file__).parent)
worker_class = "gthread"
workers = 2
threads = 16
timeout = 30  # longer than a call's own time
graceful_timeout = 10


def post_fork(server, worker):
    import web
    web.open_shop()


def worker_exit(server, worker):
    import web
    web.close_shop()
