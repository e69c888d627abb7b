"""Imports run one way through the rooms; only scale names an engine; cycles there are none."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
ROOMS = (
    "model", "theatres", "read", "language", "extract", "resolve", "explain", "ledger", "control", "publish", "serve", "scale",
    "evaluate", "train", "commands",
)  # fmt: skip
TOP = {
    "__init__", "__main__", "api", "archive", "changes", "choice", "cli", "explaining", "exporting", "intake", "judging", "originals",
    "pick", "public", "queries", "reading", "shown", "within",
}  # fmt: skip
"""Modules outside of rooms: they join rooms to a whole."""
ENTRY = {"evaluate", "train", "commands", "serve"}
"""Rooms at the whole's edge: they may use the API as a user does."""
ENGINES = {"distributed", "multiprocessing", "concurrent", "dask", "ray", "joblib", "pyspark", "asyncio", "threading"}
TRAINING = {"torch", "scipy"}
"""Libraries of the extra `train`: never needed to run."""
BANNED = {"torch", "scipy", "pandas", "pyarrow", "pickle", "requests", "httpx", "urllib3", "socket", "aiohttp"}


def module_of(path):
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def typing_only(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def imported(tree, module, is_package):
    """Names imported anywhere in a file, also inside functions; with whether the import is for type checkers only."""
    todo = [(tree, False)]
    while todo:
        node, typing = todo.pop()
        if isinstance(node, ast.Import):
            yield from ((a.name, typing) for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".") if is_package else module.split(".")[:-1]
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            stem = ".".join(p for p in (base, node.module) if p)
            yield from ((f"{stem}.{a.name}", typing) for a in node.names)
        else:
            todo += [(child, typing or typing_only(node)) for child in ast.iter_child_nodes(node)]


def all_imports():
    for path in sorted(SRC.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module = module_of(path)
        for name, typing in imported(tree, module, path.name == "__init__.py"):
            yield module, name, typing


FOUND = list(all_imports())
MODULES = {module_of(path) for path in SRC.rglob("*.py")}
# `from package import module` counts as an import of the module, `from module import name` as one of `module`
IMPORTS = [(m, n if n in MODULES or not n.startswith("claimatlas.") else n.rpartition(".")[0], t) for m, n, t in FOUND]


def room(module):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def wrong(module, name):
    """Why an import may not be, or None."""
    if name.split(".")[0] != "claimatlas":
        return None
    here, there = room(module), room(name)
    if there == "__version__" or (here == there and here in ROOMS):
        return None
    if here in TOP:
        return "nothing but the shell's entry imports commands" if there == "commands" and here != "cli" else None
    if there in ROOMS:
        return None if ROOMS.index(there) < ROOMS.index(here) else f"{here} comes before {there}"
    if there == "__init__":
        return None
    return None if here in ENTRY else f"{here} may not import the whole ({there})"


def test_rooms_import_only_rooms_before_them():
    assert [f"{module} imports {name}: {why}" for module, name, _ in IMPORTS if (why := wrong(module, name))] == []


def test_every_folder_is_a_room_and_every_module_outside_is_known():
    inside = SRC / "claimatlas"
    assert {p.name for p in inside.iterdir() if p.is_dir() and not p.name.startswith("__")} <= set(ROOMS)
    assert {p.stem for p in inside.glob("*.py")} == TOP


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("claimatlas.model.claim", "claimatlas.read.batch"),
        ("claimatlas.ledger.store", "claimatlas.control"),
        ("claimatlas.publish.webmap", "claimatlas.api"),
        ("claimatlas.read.batch", "claimatlas.reading"),
        ("claimatlas.api", "claimatlas.commands.read"),
    ],
)
def test_the_rule_can_fail(module, name):
    assert wrong(module, name)


def test_only_scale_names_an_engine_and_no_one_a_banned_library():
    found = [(m, n) for m, n, _ in IMPORTS if n.split(".")[0] in ENGINES and room(m) != "scale"]
    banned = [(m, n) for m, n, _ in IMPORTS if n.split(".")[0] in BANNED]
    assert found + [(m, n) for m, n in banned if not (room(m) == "train" and n.split(".")[0] in TRAINING)] == []


def test_no_import_cycles():
    graph = defaultdict(set)
    for module, name, typing in IMPORTS:
        if name in MODULES and name != module and not typing:
            graph[module].add(name)
    done, path = set(), []

    def visit(module):
        assert module not in path, " -> ".join([*path[path.index(module) :], module])
        if module not in done:
            path.append(module)
            for other in sorted(graph[module]):
                visit(other)
            path.pop()
            done.add(module)

    for module in sorted(MODULES):
        visit(module)
