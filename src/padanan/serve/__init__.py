"""Padanan in a browser: pages to read, look up and compare, and an HTTP API.

One process answers requests; others, the workers, do what takes time. It is for one
user, or for a few who share a list: whoever has the token may do everything.

``app.create_app`` makes the application out of ``settings.Settings``. A request first
meets ``guard`` (host, origin, token, size); pages are in ``pages``, the API in ``api``.
Both ask ``state.State`` to have a function of ``tasks`` run by a worker.
"""
