#!/usr/bin/env python3
"""Answers the files in inbox/ as the gateway would. It needs Python 3.8 and gpg, and no gateway.

A file of the kit gets the answer that expected.json names for it. For any other file the responder judges name,
envelope, header, trailer and the form of the lines, and no rule about requests: `countersign screen` does that.
"""
import argparse
import csv
import datetime
import hashlib
import io
import json
import os
import pathlib
import re
import secrets
import shutil
import subprocess
import tempfile
import time

KIT = pathlib.Path(__file__).resolve().parent
EXPECTED = json.loads((KIT / "expected.json").read_text(encoding="utf-8"))
NAME = re.compile(r"((%s)_T_(\d{8})_(?!0+\.)(\d{4,9}))\.req\.(ndjson|csv)\.(pgp|asc)" % EXPECTED["agency"])
CODES = EXPECTED["codes"]


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def stamp(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Refused(Exception):
    """The first reason that stops a stage: codes, and the details of those that have any."""

    def __init__(self, *details, codes=()):
        super().__init__()
        self.details = [dict(zip(("code", "detail", "line"), (CODES[d[0]],) + d[1:])) for d in details]
        self.codes = sorted({d["code"] for d in self.details} | {CODES[c] for c in codes})


class Gpg:
    """The gateway's key and everybody's public keys, in a home directory that ends with the responder."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="kit")
        keys = [str(p) for p in sorted((KIT / "keys").glob("*.pub.asc"))]
        self.run("--import", str(KIT / "keys/gateway.sec.asc"), *keys)

    def run(self, *arguments, **options):
        command = ["gpg", "--homedir", self.home, "--batch", "--yes", "--quiet", "--trust-model", "always"]
        return subprocess.run(command + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def opens(self, file):
        """The plaintext, if the requester signed it."""
        ended = self.run("--status-fd", "2", "--decrypt", str(file))
        status = re.findall(rb"^\[GNUPG:\] (\S+) ?(.*)$", ended.stderr, re.MULTILINE)
        words = {word.decode() for word, _ in status}
        if "BEGIN_DECRYPTION" not in words and "ENC_TO" not in words:
            text = file.read_bytes()[:1] < b"\x80"
            raise Refused(("F101", "PLAINTEXT" if text or "PLAINTEXT" in words else "NOT_OPENPGP"))
        if "DECRYPTION_OKAY" not in words:
            raise Refused(("F101", "NOT_FOR_US" if "NO_SECKEY" in words else "DAMAGED"))
        for word, detail in (("ERRSIG", "UNKNOWN_SIGNER"), ("BADSIG", "BAD_SIGNATURE"), ("EXPKEYSIG", "KEY_EXPIRED")):
            if word in words:
                raise Refused(("F102", detail))
        valid = [rest.decode().split() for word, rest in status if word == b"VALIDSIG"]
        if not valid:
            raise Refused(("F102", "NO_SIGNATURE"))
        if valid[0][9] != EXPECTED["requesterKey"]:
            raise Refused(("F102", "UNKNOWN_SIGNER"))
        return ended.stdout

    def seals(self, text, recipients, target):
        to = [word for key in recipients for word in ("--recipient", key)]
        hidden = target.with_name("." + target.name)
        ended = self.run("--local-user", EXPECTED["gatewayKey"], *to, "--personal-digest-preferences", "SHA512",
                         "--cipher-algo", "AES256", "--compress-algo", "none", "--set-filename", "",
                         "--sign", "--encrypt", "--output", str(hidden), input=text.encode("utf-8"))
        if ended.returncode != 0:
            raise SystemExit("gpg cannot seal %s: %s" % (target.name, ended.stderr.decode()))
        os.replace(hidden, target)

    def ends(self):
        subprocess.run(["gpgconf", "--homedir", self.home, "--kill", "all"], check=False)
        shutil.rmtree(self.home, ignore_errors=True)


def records(plain, kind):
    """Header, requests and trailer as dictionaries; stage 3, without the fields of a request."""
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(plain.decode("utf-8-sig"))))
        names = next((row[1:] for row in rows if row[0] == "N"), [])
        heads, ends = [pairs(r) for r in rows if r[0] == "H"], [pairs(r) for r in rows if r[0] == "T"]
        requests = [dict(zip(names, row[1:])) for row in rows if row[0] == "R"]
        first, last = rows[0][0] == "H", rows[-1][0] == "T"
    else:
        tree = [parsed(number, line) for number, line in enumerate(plain.split(b"\n")[:-1], 1)]
        if not plain.endswith(b"\n"):
            raise Refused(("F109", "LINE", plain.count(b"\n") + 1))
        heads = [one for one in tree if one.get("type") == "header"]
        ends = [one for one in tree if one.get("type") == "trailer"]
        requests = [one for one in tree if one.get("type") == "request"]
        first, last = tree[:1] == heads[:1], tree[-1:] == ends[-1:]
    lines = plain.count(b"\n")
    faults = [("F108", "HEADER", at) for fits, at in ((first, 1), (last, lines)) if not fits]
    if faults or len(heads) != 1 or len(ends) != 1:
        raise Refused(*(faults or [("F108", "HEADER", lines)]))
    if not requests:
        raise Refused(("F109", "NO_REQUEST", lines))
    ids = [one.get("requestId") for one in requests]
    if len(set(ids)) != len(ids) or None in ids:
        raise Refused(("F109", "DUPLICATE_REQUEST_ID"))
    return heads[0], requests, ends[0]


def pairs(row):
    tree = {}
    for name, value in zip(row[1::2], row[2::2]):
        *above, last = name.split(".")
        inside = tree
        for part in above:
            inside = inside.setdefault(part, {})
        inside[last] = value
    return tree


def parsed(number, line):
    try:
        tree = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused(("F109", "UTF8", number)) from None
    except ValueError:
        raise Refused(("F109", "JSON" if line.strip() else "LINE", number)) from None
    if not isinstance(tree, dict):
        raise Refused(("F109", "JSON", number))
    return tree


def totals(plain, kind, requests, trailer):
    """Trailer: the counts of the file and the hash of everything before the trailer."""
    body = plain[: plain.rstrip(b"\r\n").rfind(b"\n") + 1]
    case = "case.number" if kind == "csv" else "case"
    numbers = [one.get(case) if kind == "csv" else (one.get(case) or {}).get("number") for one in requests]
    total = sum(int("0" + re.sub(r"[^0-9]", "", str(number or ""))) for number in numbers) % 10**12
    codes = [("F106", int(trailer.get("requestCount", -1)) == len(requests)),
             ("F107", int(trailer.get("caseHashTotal", -1)) == total),
             ("F107", str(trailer.get("bodySha256")).lower() == hashlib.sha256(body).hexdigest())]
    if any(not right for _, right in codes):
        raise Refused(codes=[code for code, right in codes if not right])


def heading(match, header):
    file_id, agency, day, number = match.group(1, 2, 3, 4)
    same = (header.get("fileId"), header.get("agency"), header.get("environment"), str(header.get("sequence")))
    details = []
    if same != (file_id, agency, "TEST", str(int(number))) or header.get("createdAt", "")[:10].replace("-", "") != day:
        details = [("F103", "HEADER")]
    requester = (header.get("requester") or {}).get("registerId")
    codes = [("F110", header.get("environment") == "TEST"),
             ("A101", requester == EXPECTED["requester"]),
             ("A107", (header.get("attestation") or {}).get("textId") == EXPECTED["attestation"]),
             ("A109", header.get("agreement") == EXPECTED["agreement"])]
    wrong = [code for code, right in codes if not right]
    if details or wrong:
        raise Refused(*details, codes=wrong)


class Responder:
    def __init__(self, gpg):
        self.gpg = gpg
        self.state = KIT / ".state"
        for folder in ("inbox", "outbox", "archive", "rejected", ".state"):
            (KIT / folder).mkdir(exist_ok=True)
        self.sealed = {(one["name"], one["sealedSha256"]): one for one in EXPECTED["files"]}
        self.plain = {(one["name"], one["plainSha256"]): one for one in EXPECTED["files"] if one["plainSha256"]}

    def waiting(self):
        """Complete files of inbox/: neither *.part nor dot files, and not one whose size still changes."""
        sizes = {p: p.stat().st_size for p in (KIT / "inbox").iterdir() if p.is_file()}
        time.sleep(0.2)
        return sorted(p for p, size in sizes.items()
                      if p.suffix != ".part" and p.name[0] != "." and p.stat().st_size == size)

    def answers(self, file):
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        received = now()
        match = NAME.fullmatch(file.name)
        unnamed = "UNNAMED_%s_%s" % (received.strftime("%Y%m%d"), sha256[:16])
        file_id = match.group(1) if match else unnamed
        kept = self.state / file_id
        if match and kept.exists() and kept.read_text() == sha256:
            shutil.copy(self.state / (file_id + ".ack"), KIT / "outbox" / (file_id + ".ack.001.json.pgp"))
            return self.moves(file, "archive", "sent again: the same acknowledgement")
        used = bool(match) and kept.exists()
        responses = []
        try:
            if used:
                file_id = unnamed
                raise Refused(("F104", "USED_ID"))
            answer, responses = self.judged(file, match, sha256)
        except Refused as why:
            answer = self.acknowledgement(None if used or not match else file_id, "REFUSED", 0, why)
        answer.update(receivedAt=stamp(received), answeredAt=stamp(now()), sealedSha256=sha256)
        if answer["result"] == "ACCEPTED" and answer["counts"]["taken"]:
            answer["answerBy"] = (received + datetime.timedelta(days=30)).strftime("%Y-%m-%d")
        target = KIT / "outbox" / (file_id + ".ack.001.json.pgp")
        self.gpg.seals(compact(answer), [EXPECTED["agencyKey"]], target)
        shutil.copy(target, self.state / (file_id + ".ack"))
        (self.state / file_id).write_text(sha256)
        self.moves(file, "rejected" if answer["result"] == "REFUSED" else "archive",
                   " ".join([answer["result"]] + answer["fileCodes"]))
        for response in responses:
            self.responds(file_id, response)

    def judged(self, file, match, sha256):
        one = self.sealed.get((file.name, sha256))
        if one is None:
            if match is None:
                raise Refused(("F103", "NAME"))
            plain = self.gpg.opens(file)
            one = self.plain.get((file.name, hashlib.sha256(plain).hexdigest()))
            if one is None:
                return self.own(match, plain)
        return dict(one["acknowledgement"]), one["responses"]

    def own(self, match, plain):
        header, requests, trailer = records(plain, match.group(5))
        totals(plain, match.group(5), requests, trailer)
        try:
            heading(match, header)
        except Refused as why:
            return self.acknowledgement(match.group(1), "REFUSED", len(requests), why), []
        print("%s is not of the kit: its requests are taken without a rule having judged them" % match.group(1))
        groups = {}
        for one in requests:
            officers = [o.get("officerId") for o in one.get("officers") or [] if o.get("officerId")]
            officers = officers or [v for k, v in one.items() if k.endswith("officerId") and v]
            result = {"requestId": one["requestId"], "outcome": "NOT_DISCLOSED", "code": "M399_NOT_DISCLOSED"}
            if officers and all(officer in EXPECTED["officers"] for officer in officers):
                groups.setdefault(tuple(sorted(officers)), []).append(result)
        responses = [{"officers": list(officers), "results": results} for officers, results in groups.items()]
        return self.acknowledgement(match.group(1), "ACCEPTED", len(requests), None), responses

    @staticmethod
    def acknowledgement(file_id, result, count, why):
        refused = count if result == "REFUSED" else 0
        return {"format": "countersign/1", "fileId": file_id, "number": 1, "receivedAt": None, "answeredAt": None,
                "sealedSha256": None, "result": result, "fileCodes": why.codes if why else [],
                "fileDetails": why.details if why else [],
                "counts": {"requests": count, "refused": refused, "held": 0, "taken": count - refused},
                "refused": [], "held": []}

    def responds(self, file_id, response):
        response_id = "%s.rsp.%s" % (file_id, "".join(secrets.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") for _ in range(8)))
        header = {"type": "header", "format": "countersign/1", "responseId": response_id, "fileId": file_id,
                  "officers": response["officers"], "label": "FEDERAL TAX INFORMATION - 26 USC 6103",
                  "use": "Solely for the officers named and the criminal matter stated. No redisclosure.",
                  "reviewBy": (now() + datetime.timedelta(days=180)).strftime("%Y-%m-%d"),
                  "ledger": {"size": 1, "root": hashlib.sha256(file_id.encode()).hexdigest()},
                  "notice": "SYNTHETIC TEST DATA"}
        lines = [compact(header)]
        for result in response["results"]:
            rest = {name: value for name, value in result.items() if name != "requestId"}
            lines.append(compact({"type": "result", "requestId": result["requestId"],
                                  "nonce": secrets.token_hex(16), **rest}))
        body = "".join(line + "\n" for line in lines)
        trailer = {"type": "trailer", "resultCount": len(lines) - 1,
                   "bodySha256": hashlib.sha256(body.encode("utf-8")).hexdigest(), "pad": ""}
        whole = -(-(2048 + 512 * (len(lines) - 1)) // 4096) * 4096
        trailer["pad"] = " " * (whole - len(body.encode("utf-8")) - len(compact(trailer)) - 1)
        keys = [EXPECTED["officers"][officer] for officer in response["officers"]]
        self.gpg.seals(body + compact(trailer) + "\n", keys, KIT / "outbox" / (response_id + ".ndjson.pgp"))

    def moves(self, file, folder, said):
        target = KIT / folder / file.name
        if target.exists():
            target = target.with_name("%s.%s" % (file.name, now().strftime("%H%M%S%f")))
        os.replace(file, target)
        print("%s  %s" % (file.name, said), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--once", action="store_true", help="answer what is in inbox/ now, and end")
    once = arguments.parse_args().once
    gpg = Gpg()
    try:
        responder = Responder(gpg)
        while True:
            for file in responder.waiting():
                responder.answers(file)
            if once:
                return
            time.sleep(1)
    except KeyboardInterrupt:
        print("ended")
    finally:
        gpg.ends()


if __name__ == "__main__":
    main()
