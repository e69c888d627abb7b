"""`claimatlas serve` and `claimatlas account`: the web application, and who may use a shared one."""

import ipaddress
from pathlib import Path

import click

from claimatlas.commands.common import ledger_option, theatre_option
from claimatlas.model.address import Where
from claimatlas.model.errors import InputError

ROLES = ("reader", "coder", "editor")
accounts_option = click.option(
    "--accounts", type=click.Path(path_type=Path), metavar="FILE", help="The file of accounts; demanded where others can reach the server."
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on; 0 takes a free one.")
@accounts_option
@click.option("--name", "hosts", multiple=True, metavar="HOST", help="A host name under which the server is asked; may be given again.")
@click.option("--https", is_flag=True, help="Others reach it by HTTPS (through a proxy): cookies demand it.")
@click.option("--author", default="local", show_default=True, metavar="NAME", help="Who signs verdicts where there are no accounts.")
@ledger_option
@theatre_option
def serve(
    host: str, port: int, accounts: Path | None, hosts: tuple[str, ...], https: bool, author: str, ledger: Where, theatre: str
) -> None:
    """Serve map, desk and pages of a ledger to a browser, on this machine unless told otherwise."""
    import uvicorn

    from claimatlas.serve import Settings, create_app
    from claimatlas.serve.accounts import Accounts

    if not _local(host) and accounts is None:
        raise InputError(f"'{host}' can be reached by others; name a file of accounts with --accounts, made by `claimatlas account add`.")
    if accounts is not None and not Accounts(accounts).all():
        raise InputError(f"'{accounts}' holds no account; add one with `claimatlas account add NAME --accounts {accounts}`.")
    app = create_app(Settings(ledger, theatre, accounts, author, (*hosts, *([] if _wild(host) else [host])), https))
    if port:
        click.echo(f"Open http://{host}:{port}/ in a browser; stop with Ctrl-C.")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=False)


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _wild(host: str) -> bool:
    return host in ("0.0.0.0", "::")


@click.group()
def account() -> None:
    """Accounts of a shared server."""


@account.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What the person may do.")
@click.option("--accounts", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The file of accounts.")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True, help="The password; asked for where it is not given.")
def add(name: str, role: str, accounts: Path, password: str) -> None:
    """Add an account, or give one of that name another role and password."""
    from claimatlas.serve.accounts import Accounts

    Accounts(accounts).add(name, role, password)
    click.echo(f"{name} may now log in as {role}.")


@account.command()
@click.argument("name")
@click.option("--accounts", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The file of accounts.")
def remove(name: str, accounts: Path) -> None:
    """Remove an account."""
    from claimatlas.serve.accounts import Accounts

    Accounts(accounts).remove(name)
    click.echo(f"{name} has no account any more.")


@account.command("list")
@click.option("--accounts", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The file of accounts.")
def list_(accounts: Path) -> None:
    """List the accounts by name, with their roles."""
    from claimatlas.serve.accounts import Accounts

    for name, one in sorted(Accounts(accounts).all().items()):
        click.echo(f"{name}\t{one.role}")
