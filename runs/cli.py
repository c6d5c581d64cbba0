"""The command line: `reassure`. Commands live in `commands/`; here they are put together and their refusals made one line."""

import os
import sys
from typing import Annotated

import typer

from ..agents.names import DeclarationError
from .commands.ablation import ablation
from .commands.batch import batch, extend, resume
from .commands.bench import bench
from .commands.calibration import calibration
from .commands.claims import claims
from .commands.compare import compare
from .commands.glossary import glossary
from .commands.play import play
from .commands.query import query
from .commands.replay import replay
from .commands.scenarios import scenarios
from .commands.selfcheck import selfcheck
from .commands.show import show
from .commands.summary import summary
from .commands.verify import verify
from .commands.view import view
from .console.terminal import INTERRUPTED, refuse

UsageError: type[Exception] = typer.BadParameter.__bases__[0].__bases__[0]
"""What the option parser raises. Typer may carry its own copy of that parser, so it is reached from what Typer exports."""

app = typer.Typer(
    name="reassure",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(compare)
app.command()(play)
app.command()(view)
app.command()(batch)
app.command()(resume)
app.command()(extend)
app.command()(summary)
app.command()(query)
app.command()(replay)
app.command()(calibration)
app.command()(verify)
app.command()(selfcheck)
app.command()(claims)
app.command()(ablation)
app.command()(scenarios)
app.command()(show)
app.command()(glossary)
app.command()(bench)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"reassure {version('reassure')}")
        raise typer.Exit


@app.callback()
def reassure(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """After a ceasefire, does a reassurance force deter, stay a paper promise, or provoke? A wargame that explores assumptions.

    It does not forecast: every probability it prints follows from stated assumptions. 'reassure glossary' says what the terms mean.
    """


def run(arguments: list[str]) -> int:
    """Carry out one command line and give its exit status: 0, 2 after a refusal, 130 after Ctrl-C."""
    command = typer.main.get_command(app)
    try:
        status = command.main(arguments or ["--help"], prog_name="reassure", standalone_mode=False)
        sys.stdout.flush()
    except DeclarationError as error:
        return refuse(str(error))
    except UsageError as error:
        return refuse(_usage_text(error))
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except OSError as error:
        return refuse(f"{error.filename or 'output'}: {error.strerror or error}")
    if status == INTERRUPTED:
        print("reassure: interrupted", file=sys.stderr)
    return status if isinstance(status, int) else 0


def _usage_text(error: Exception) -> str:
    """What the option parser objects to, and where help is to be had."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "reassure"
    return f"{error.format_message().rstrip('.')} (see: {command} --help)"  # type: ignore[attr-defined]


def _reader_left() -> int:
    """Whoever read the output has gone (as `head` does): nothing is wrong, and nobody is left to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def main() -> None:
    """Entry point of the command `reassure`."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
