"""Who calls, and how."""
from __future__ import annotations

import ctypes
import weakref
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from . import _abi, _pack
from ._abi import Permission, Role, Status
from ._library import load
from .errors import refusal


class Token:
    """Cancels every call that carries it, now or later, from any thread."""

    def __init__(self, library: str | None = None) -> None:
        loaded = load(library)
        self.pointer = loaded.bo_token_new()
        if not self.pointer:
            raise refusal(Status.OUT_OF_MEMORY, "no memory for a token")
        self._cancel = loaded.bo_token_cancel
        weakref.finalize(self, loaded.bo_token_free, self.pointer).atexit = False

    def cancel(self) -> None:
        self._cancel(self.pointer)


@dataclass(frozen=True)
class Call:
    """The context of a call: the marketplace, the actor the host vouches for, and what a single call needs.

        Call.operator("shop", Permission.MANAGE_INVENTORY).with_key("delivery-17")
    """

    marketplace: str
    role: Role
    seller: str = ""
    permissions: Permission = Permission(0)
    user: str = ""
    idempotency_key: str = ""
    traceparent: str = ""
    timeout_ms: int = 0
    token: Token | None = None

    @classmethod
    def host(cls, marketplace: str, **more: Any) -> Call:
        """The platform itself: places, cancels, registers the catalogue, reads."""
        return cls(marketplace, Role.HOST, **more)

    @classmethod
    def operator(cls, marketplace: str, permissions: Permission = Permission(0), **more: Any) -> Call:
        return cls(marketplace, Role.OPERATOR, permissions=permissions, **more)

    @classmethod
    def of_seller(cls, marketplace: str, seller: str, permissions: Permission = Permission(0), **more: Any) -> Call:
        return cls(marketplace, Role.SELLER, seller, permissions, **more)

    def with_key(self, idempotency_key: str) -> Call:
        return replace(self, idempotency_key=idempotency_key)

    def with_timeout(self, timeout_ms: int) -> Call:
        return replace(self, timeout_ms=timeout_ms)

    def with_token(self, token: Token) -> Call:
        return replace(self, token=token)

    @cached_property
    def packed(self) -> _abi.bo_call:
        call = _abi.bo_call(struct_size=ctypes.sizeof(_abi.bo_call), role=_pack.integer("role", self.role),
                            permissions=_pack.integer("permissions", self.permissions),
                            timeout_ms=_pack.integer("timeout_ms", self.timeout_ms))
        for name in ("marketplace", "seller", "user", "idempotency_key", "traceparent"):
            _pack.put_text(call, name, getattr(self, name))
        if self.token is not None:
            if not isinstance(self.token, Token):
                raise refusal(Status.ARGUMENT, f"token is a Token, not {type(self.token).__name__}", field="token")
            call.token = self.token.pointer
        return call

    def submitted(self, completions: int, tag: int) -> _abi.bo_call:
        """The same, answered later. It borrows the texts of packed."""
        call = _abi.bo_call.from_buffer_copy(self.packed)
        call.completions, call.tag = completions, tag
        return call
