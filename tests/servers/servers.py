"""Web servers as host_example configures them: started, asked, reloaded, ended."""
import os
import pathlib
import signal
import subprocess
import time

import clients

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Server:
    """A server on a socket in `folder`, for `database`; ended with the block. `settings` are more of its environment."""
    language = bind = reload_signal = end_signal = connections = None

    def __init__(self, folder, database, **settings):
        self.socket, self.log = str(folder / "socket"), folder / "log"
        self.environment = {**os.environ, "BACKORDER_DATABASE": database, "BACKORDER_MARKETPLACE": "shop",
                            "BIND": self.bind + self.socket, **settings}

    def __enter__(self):
        with self.log.open("w") as log:
            self.process = subprocess.Popen([ROOT / "host_example" / self.language / "serve"], env=self.environment,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            self.wait_until(self.answers, "it does not answer")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def wait_until(self, condition, otherwise, seconds=30):
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until or self.process.poll() is not None:
                raise AssertionError(f"{otherwise}:\n{self.log.read_text()}")
            time.sleep(0.05)

    def answers(self):
        try:
            return self.post("/", [])[0] == 404
        except OSError:
            return False

    def workers(self):
        """The process ids of the children that work."""
        found = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in found.split()]

    def reload(self):
        """Replaces every worker, and waits until the last of those that were there is gone."""
        before = set(self.workers())
        self.process.send_signal(self.reload_signal)
        self.wait_until(lambda: not before & set(self.workers()), "workers stay after a reload")

    def kill_a_worker(self):
        os.kill(self.workers()[0], signal.SIGKILL)

    def end(self):
        """Gracefully; the exit status."""
        self.process.send_signal(self.end_signal)
        return self.process.wait(timeout=30)

    def post(self, target, body):
        return clients.http_post(self.socket, target, body)


class Gunicorn(Server):
    language, bind, connections = "python", "unix:", 2 * 4
    reload_signal, end_signal = signal.SIGHUP, signal.SIGTERM


class Puma(Server):
    language, bind, connections = "ruby", "unix://", 2 * 4
    reload_signal, end_signal = signal.SIGUSR1, signal.SIGTERM


class Fpm(Server):
    language, bind, connections = "php", "", 8
    reload_signal, end_signal = signal.SIGUSR2, signal.SIGQUIT
    script = ROOT / "host_example/php/web.php"

    def post(self, target, body):
        return clients.fastcgi_post(self.socket, target, body, self.script)


SERVERS = {"gunicorn": Gunicorn, "puma": Puma, "fpm": Fpm}
