"""A Telegram bot that sends every text back. Needs Python 3.9 or newer, and these environment variables:

BOT_TOKEN    the token from @BotFather (required, secret)
BOT_API      address of the Bot API (default: https://api.telegram.org)
BOT_VERSION  what /version answers (default: 1)
"""
import http.client
import json
import os
import re
import signal
import sys
import threading
import time
import traceback
import urllib.error
import urllib.request

TOKEN = os.environ.get("BOT_TOKEN", "")
API = os.environ.get("BOT_API", "https://api.telegram.org").rstrip("/")
VERSION = os.environ.get("BOT_VERSION", "1")


class CallFailed(Exception):
    """The Bot API said no (code tells why), or there was no answer from it (code is None)."""
    def __init__(self, reason, code=None, retry_after=None):
        super().__init__(reason)
        self.code, self.retry_after = code, retry_after


def log(text):
    # The token is part of every URL, so an error text may hold it. It must never reach a log.
    print(text.replace(TOKEN, "<token>") if TOKEN else text, flush=True)


def answer_to(text):
    """What the bot says to a text: change this first."""
    command = text.partition(" ")[0].partition("@")[0]
    if command == "/start":
        return "Hello! Send me a text, and I send it back."
    if command == "/version":
        return f"version {VERSION}"
    return text


def call(method, **parameters):
    """Calls a method of the Bot API and returns its result."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{API}/bot{TOKEN}/{method}", json.dumps(parameters).encode(), headers)
    try:
        try:
            response = urllib.request.urlopen(request, timeout=parameters.get("timeout", 0) + 10)
        except urllib.error.HTTPError as error:
            response = error  # the Bot API explains its errors in JSON, too
        with response:
            answer = json.loads(response.read())
        if answer["ok"]:
            return answer["result"]
        code, retry_after = answer["error_code"], answer.get("parameters", {}).get("retry_after")
        raise CallFailed(f"{method}: {code} {answer['description']}", code, retry_after)
    except (OSError, http.client.HTTPException) as error:
        raise CallFailed(f"{method}: {getattr(error, 'reason', error)}") from None
    except (ValueError, TypeError, KeyError):  # for example a proxy's error page
        raise CallFailed(f"{method}: the answer is not from a Bot API") from None


def handle(update):
    message = update.get("message", {})
    if "text" not in message:
        return log("ignored a message without text")
    chat, text = message["chat"]["id"], message["text"]
    try:
        call("sendMessage", chat_id=chat, text=answer_to(text))
        log(f"chat {chat}: answered a text of {len(text)} characters")  # not the text itself: it is private
    except CallFailed as error:
        if error.code not in (400, 403):  # 403: this person has blocked the bot. Go on with the others
            raise
        log(f"chat {chat}: {error}")
    except Exception:  # a mistake in answer_to() must not stop the bot for everybody
        log(traceback.format_exc())


def run():
    """Answers messages for ever; returns only when the token turns out to be wrong."""
    me, offset, wait = None, 0, 1
    while True:
        try:
            if not me:
                me = call("getMe")
                log(f"started as @{me['username']}, version {VERSION}")
            for update in call("getUpdates", offset=offset, timeout=25, allowed_updates=["message"]):
                handle(update)
                offset = update["update_id"] + 1  # with the next call this tells the Bot API what is done
            wait = 1
        except CallFailed as error:
            if error.code in (401, 404):
                return log(f"{error}: the Bot API at {API} does not know this bot, check BOT_TOKEN")
            log(f"{error}; next try in {error.retry_after or wait} s")
            time.sleep(error.retry_after or wait)
            wait = min(wait * 2, 30)


def main():
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", TOKEN):
        sys.exit("BOT_TOKEN is not set, or is not a token: a token looks like 123456:ABC-def")
    if not re.fullmatch(r"https?://[^\s/]\S*", API):
        sys.exit("BOT_API is not an address: an address looks like https://api.telegram.org")
    # The work is done in a thread, so that a signal ends the bot at once, whatever it waits for (even the DNS).
    # A message that was not finished is not lost: the Bot API gives it to the next start.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: os._exit(0))
    threading.excepthook = lambda crash: log("".join(traceback.format_exception(*crash[:3])))
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join()
    return 1


if __name__ == "__main__":
    sys.exit(main())
