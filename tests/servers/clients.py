"""One request on a Unix socket: (HTTP status, body). Raises OSError where no answer comes."""
import http.client
import json
import os
import re
import socket
import subprocess


def read(text):
    """The body as JSON; as it is where it is none: then the server itself says something."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def http_post(path, target, body):
    """As a web server before it asks it: the whole request at once."""
    text = json.dumps(body)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(30)
        connection.connect(path)
        connection.sendall(f"POST {target} HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nConnection: close\r\n"
                           f"Content-Length: {len(text)}\r\n\r\n{text}".encode())
        answer = http.client.HTTPResponse(connection)
        try:
            answer.begin()
            return answer.status, read(answer.read().decode())
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from None


def fastcgi_post(path, target, body, script):
    """As a web server before PHP-FPM asks it."""
    text = json.dumps(body)
    said = {"SCRIPT_FILENAME": str(script), "REQUEST_METHOD": "POST", "REQUEST_URI": target, "CONTENT_LENGTH": str(len(text)),
            "CONTENT_TYPE": "application/json", "SERVER_PROTOCOL": "HTTP/1.1", "GATEWAY_INTERFACE": "CGI/1.1"}
    done = subprocess.run(["cgi-fcgi", "-bind", "-connect", path], input=text, text=True, capture_output=True, timeout=60,
                          env={"PATH": os.environ["PATH"], **said})
    head, _, content = done.stdout.partition("\n\n")
    if not head:
        raise ConnectionError(done.stderr.strip() or "no answer")
    status = re.search(r"^Status: (\d+)", head, re.MULTILINE)
    return int(status[1]) if status else 200, read(content)
