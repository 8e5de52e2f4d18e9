"""Requests without a browser: to look at many pages, to make load, and to know exactly what was acknowledged."""

import http.client
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit


@dataclass
class Skjema:
    """A form and what stands in it when it is shown."""

    sti: str
    metode: str
    fields: list = field(default_factory=list)
    choices: dict = field(default_factory=dict)
    buttons: list = field(default_factory=list)
    files: bool = False

    def verdier(self):
        return [(name, value) for name, value in self.fields if name]

    def verdi(self, name):
        return next((value for own, value in self.fields if own == name), None)


class Leser(HTMLParser):
    """The links, ids, headings and forms of a page."""

    def __init__(self, html):
        super().__init__()
        self.lenker, self.ider, self.skjemaer, self.antall = [], [], [], {}
        self.lang = None
        self.tittel, self.h1 = "", ""
        self.within = []
        self.area = self.select = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        own = dict(attributes)
        self.antall[tag] = self.antall.get(tag, 0) + 1
        if "id" in own:
            self.ider.append(own["id"])
        if tag in ("title", "h1", "button"):
            self.within.append(tag)
        if tag == "html":
            self.lang = own.get("lang")
        elif tag == "a" and own.get("href"):
            self.lenker.append(own["href"])
        elif tag == "form":
            self.skjemaer.append(Skjema(own.get("action", ""), own.get("method", "get")))
        elif self.skjemaer:
            self.control(tag, own, self.skjemaer[-1])

    def control(self, tag, own, form):
        name, value = own.get("name", ""), own.get("value") or ""
        if tag == "input" and own.get("type") in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(value)
            if "checked" in own:
                form.fields.append((name, value))
        elif tag == "input" and own.get("type") == "file":
            form.files = True
        elif tag == "input":
            form.fields.append((name, value))
        elif tag == "textarea":
            self.area = name
            form.fields.append((name, ""))
        elif tag == "select":
            self.select = name
            form.fields.append((name, ""))
        elif tag == "option" and self.select:
            form.choices.setdefault(self.select, []).append(value)
            if "selected" in own:
                form.fields[-1] = (self.select, value)
        elif tag == "button":
            form.buttons.append((name, value))

    def handle_endtag(self, tag):
        if self.within and self.within[-1] == tag:
            self.within.pop()
        if tag == "textarea":
            self.area = None
        if tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.within and self.within[-1] == "title":
            self.tittel += data
        if self.within and self.within[-1] == "h1":
            self.h1 += data
        if self.area and self.skjemaer:
            name, value = self.skjemaer[-1].fields[-1]
            self.skjemaer[-1].fields[-1] = (name, value + data)


@dataclass
class Svar:
    status: int
    hoder: http.client.HTTPMessage
    tekst: str

    @property
    def side(self):
        return Leser(self.tekst)

    @property
    def sted(self):
        return self.hoder.get("location")

    @property
    def er_side(self):
        return (self.hoder.get("content-type") or "").startswith("text/html")


class Klient:
    """Somebody signed in by the one-time link."""

    def __init__(self, server):
        self.vert = urlsplit(server.adresse).netloc
        self.kake = None
        self.connection = http.client.HTTPConnection(self.vert, timeout=60)
        path = urlsplit(server.lenke).path
        answer = self.post(path, [])
        cookie = re.match(r"[^;]+", answer.hoder.get("set-cookie") or "")
        assert answer.status == 303 and cookie, f"signing in gave {answer.status}"
        self.kake = cookie[0]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.connection.close()

    def ask(self, method, path, body=None, headers=()):
        own = {"Connection": "keep-alive", **dict(headers)}
        if self.kake:
            own["Cookie"] = self.kake
        try:
            self.connection.request(method, path, body, own)
            answer = self.connection.getresponse()
        except http.client.RemoteDisconnected:
            # The server closes connections that nobody has used for a while; asking again changes nothing.
            if method != "GET":
                raise
            self.connection.close()
            self.connection.request(method, path, body, own)
            answer = self.connection.getresponse()
        return Svar(answer.status, answer.headers, answer.read().decode(errors="replace"))

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields):
        return self.ask("POST", path, urlencode(fields), {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})

    def rolle(self, role):
        """Acts in another role from now on."""
        answer = self.post("/rolle", [("rolle", role)])
        assert answer.status == 303, f"the role {role} gave {answer.status}"
