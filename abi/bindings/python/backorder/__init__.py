"""backorder: warehouse-level backorders on your own PostgreSQL, from Python.

    import backorder
    from backorder import Call, Permission

    with backorder.open("postgresql:///shop", migrate=True) as shop:
        seller = Call.of_seller("main", "acme", Permission.MANAGE_INVENTORY)
        shop.receive(seller.with_key("delivery-17"), [{"variant": "mug-blue", "warehouse": "berlin", "quantity": 12}])
        placed = shop.place(Call.host("main"), "1001", [{"line": "1", "variant": "mug-blue", "quantity": 2}])
        print(placed.column("lines", "waiting"))

A call that is refused or fails raises a BackorderError with status and details. A batch of which only some items were done
answers a Result with status SOME_REFUSED. Handles and calls may be shared by threads; a forked child opens its own.
"""
from ._abi import VERSION as __version__
from ._abi import Permission, Policy, Poll, Retry, Role, Status, ThresholdMode
from ._open import open as open  # noqa: F401: by its name alone, import * leaves Python's own
from .aio import AsyncBackorder
from .call import Call, Token
from .errors import BackorderError, CallerError, EnvironmentFailure, InDoubt, InternalError, LibraryError, Refused
from .handle import Backorder
from .result import Result

__all__ = ["AsyncBackorder", "Backorder", "BackorderError", "Call", "CallerError", "EnvironmentFailure", "InDoubt", "InternalError",
           "LibraryError", "Permission", "Policy", "Poll", "Refused", "Result", "Retry", "Role", "Status", "ThresholdMode", "Token",
           "__version__"]
