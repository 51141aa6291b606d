"""The databases that cases are asked of: whole ones, and some that fail, each in its way."""
import contextlib
import os
import pathlib
import socket
import subprocess
import threading
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fresh(name):
    return subprocess.check_output([ROOT / "tests/support/fresh-database", name], text=True).strip()


def sql(database, text):
    subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", database], input=text, text=True, check=True)


def with_option(database, option):
    return f"{database}&options={urllib.parse.quote('-c ' + option)}"


def of_a_stranger(database):
    """As a role that sees what tables there will be, and may read none."""
    sql(database, """DO $$ BEGIN CREATE ROLE bindings_stranger ROLE CURRENT_USER; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO bindings_stranger""")
    return with_option(database, "role=bindings_stranger")


def of_the_future():
    """With tables that a library not written yet has changed."""
    database = fresh("bindings_future")
    sql(database, """CREATE SCHEMA backorder;
        CREATE TABLE backorder.migrations (number integer, name text, checksum text, breaking boolean);
        INSERT INTO backorder.migrations VALUES (9999, 'of the future', '', true)""")
    return database


def listening(folder, serve):
    """Calls serve(connection), in a thread of its own, for everybody who connects to the socket in the folder."""
    folder.mkdir()
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(folder / ".s.PGSQL.5432"))
    server.listen(64)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def silent(folder):
    """Takes connections and never says a word."""
    kept = []
    listening(folder, kept.append)
    return f"postgresql:///none?host={folder}&port=5432&user=nobody"


class Doubtful:
    """A way to a database on which the COMMIT of the call with the key `doubtful` is lost, and every word from then on."""

    def __init__(self, folder, database):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(database).query)
        self.host, self.port = query["host"][0], query["port"][0]
        self.lost, self.kept = False, []
        self.url = f"{database}&host={folder}&port=5432"
        listening(folder, self.serve)

    def connect(self):
        if not self.host.startswith("/"):
            return socket.create_connection((self.host, int(self.port)))
        server = socket.socket(socket.AF_UNIX)
        server.connect(f"{self.host}/.s.PGSQL.{self.port}")
        return server

    def serve(self, client):
        self.kept.append(client)
        if self.lost:
            return
        server = self.connect()
        threading.Thread(target=self.answer, args=(client, server), daemon=True).start()
        told = False
        while said := client.recv(1 << 16):
            told = told or b"doubtful" in said
            if told and b"COMMIT\0" in said:
                self.lost = True
                break
            server.sendall(said)
        server.shutdown(socket.SHUT_RDWR)

    def answer(self, client, server):
        with contextlib.suppress(OSError):
            while said := server.recv(1 << 16):
                client.sendall(said)
