"""What the page's server finds around it: settings, which are ours whatever the environment says, and files for the browser."""

import os
import sys
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType

from ...agents.names import DeclarationError

PAGE = "reassure.runs.view.app"
SETTINGS = {
    "SOLARA_APP": PAGE,
    "SOLARA_MODE": "production",
    "SOLARA_CHECK_HOOKS": "off",  # complains of a component of Mesa's that is not used here
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    "SOLARA_TELEMETRY_SERVER_USER_ID": "nobody",  # otherwise one is made up and kept in the home folder
    "SOLARA_THEME_SHOW_BANNER": "False",
    "SOLARA_THEME_TITLE": "Reassure",
    "SOLARA_KERNEL_CULL_TIMEOUT": "10m",
    "SOLARA_ASSETS_PROXY": "True",
}
"""The server's settings: no telemetry, no banner; a tab that has gone without a word is forgotten after ten minutes."""
KEPT = ("SOLARA_HOME", "SOLARA_BASE_URL", "SOLARA_ROOT_PATH")
"""What the environment may say: where Solara keeps its own files, and where a proxy shows the page."""
FILES = {
    "solara-assets": ("share/solara/cdn",),
    "ipyvue": ("share/jupyter/nbextensions/jupyter-vue", "etc/jupyter/nbconfig/notebook.d/jupyter-vue.json"),
    "ipyvuetify": ("share/jupyter/nbextensions/jupyter-vuetify", "etc/jupyter/nbconfig/notebook.d/jupyter-vuetify.json"),
}
"""Files for the browser that stand beside the packages, not in them; without them the page stays blank."""


class ServerError(DeclarationError):
    """The page cannot be served; the text is one line."""


def home_of(package: str) -> Path:
    """The folder that holds a package's files for the browser: the nearest one above the package.

    So they are found in an environment, under a prefix, or in a folder for `--target`, however Python came to look there.
    Raises ServerError if the package is not installed, or its files are not.
    """
    try:
        packages = Path(str(metadata.distribution(package).locate_file("")))
    except metadata.PackageNotFoundError:
        raise ServerError("the browser view is not installed; install it with: pip install 'reassure[view]'") from None
    for folder in (packages, *packages.parents):
        if all((folder / file).exists() for file in FILES[package]):
            return folder
    raise ServerError(
        f"no {FILES[package][0]} beside {packages}: the page's files are missing; install 'reassure[view]' with pip anew"
    )


def prepare() -> None:
    """Make the environment that of the page, before Solara reads it. Raises ServerError where that cannot be."""
    if Path(PAGE).exists():
        raise ServerError(f"the folder {PAGE!r} in the working folder stands in the page's way; start from elsewhere")
    for name in [name for name in os.environ if name.upper().startswith("SOLARA_") and name not in KEPT]:
        del os.environ[name]
    homes = {package: home_of(package) for package in FILES}
    os.environ.update(SETTINGS, SOLARA_ASSETS_PROXY_CACHE_DIR=str(homes["solara-assets"] / "share/solara/cdn"))
    os.environ.setdefault("SOLARA_ROOT_PATH", "")  # otherwise it is what the first to ask says in a header
    for variable, folder in (("JUPYTER_PATH", "share/jupyter"), ("JUPYTER_CONFIG_PATH", "etc/jupyter")):
        found = {str(home / folder): None for home in homes.values()}  # in order, and each once
        os.environ[variable] = os.pathsep.join([*found, *os.environ.get(variable, "").split(os.pathsep)])
    _without_dotenv("solara.settings")


def _without_dotenv(module: str) -> ModuleType:
    """A module imported as if the package dotenv were not there: Solara reads a file of settings by it, from any folder above."""
    kept = sys.modules.get("dotenv")
    sys.modules["dotenv"] = None  # type: ignore[assignment]
    try:
        return import_module(module)
    finally:
        if kept is None:
            del sys.modules["dotenv"]
        else:
            sys.modules["dotenv"] = kept
