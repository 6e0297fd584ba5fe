"""completion: a script by which a shell completes commands, options and their values; made from the commands' table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from report.commands.arguments import GOOD, Arguments
from report.named import NamedTuple
from report.terminal import Screen

if TYPE_CHECKING:
    from report.commands import Command

SHELLS = ("bash", "zsh", "fish", "powershell")


class Option(NamedTuple):
    """An option: its flag, whether a value follows, and the values it may have (none: any, a file perhaps)."""

    flag: str
    valued: bool
    values: tuple[str, ...]


class Word(NamedTuple):
    """A command as it is typed, its options, and the words that its first argument may be."""

    command: str
    options: tuple[Option, ...]
    values: tuple[str, ...]


def completion_arguments() -> Arguments:
    parser = Arguments("completion")
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS))
    parser.flags("--json")
    return parser


def completion(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """The script of a shell, on standard output."""
    from report.commands import COMMANDS

    text = SCRIPTS[asked.shell](tuple(words(COMMANDS)))
    if asked.json:
        screen.say_json({"shell": asked.shell, "script": text, "problems": []})
    else:
        screen.say(text.rstrip("\n"))
    return GOOD


def words(commands: Mapping[str, Command]) -> Iterator[Word]:
    """Every command with what may follow it."""
    for name, command in commands.items():
        actions = command.arguments()._actions
        flags = (flag for action in actions for flag in _options(action))
        first = next((action for action in actions if not action.option_strings), None)
        yield Word(name, (*flags, Option("--help", False, ())), _choices(first) if first else ())


def _options(action: argparse.Action) -> Iterator[Option]:
    for flag in action.option_strings:
        yield Option(flag, action.nargs != 0, _choices(action))


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(choice) for choice in action.choices or ())


def _first(table: Sequence[Word]) -> list[str]:
    """The words that may come first."""
    return [*dict.fromkeys(word.command.split()[0] for word in table), "--help", "--version"]


def _second(table: Sequence[Word]) -> dict[str, list[str]]:
    """The words that follow the first of a command of two."""
    found: dict[str, list[str]] = {}
    for word in table:
        first, _, second = word.command.partition(" ")
        if second:
            found.setdefault(first, []).append(second)
    return found


def _cases(table: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """What may follow, by `command` for options, `command:` for its first argument and `command:--flag` for a value.

    A value without a list of its own, of an option or of a command, is `@file`.
    """
    for word in table:
        yield word.command, " ".join(option.flag for option in word.options)
        yield f"{word.command}:", " ".join(word.values) or "@file"
        for option in word.options:
            if option.valued:
                yield f"{word.command}:{option.flag}", " ".join(option.values) or "@file"


def bash(table: Sequence[Word]) -> str:
    """For `source` or `eval` in bash 4 and later."""
    groups = "\n".join(f"        {one}) next={' '.join(two)!r} ;;" for one, two in _second(table).items())
    cases = "\n".join(f"        {key!r}) said={value!r} ;;" for key, value in _cases(table))
    return f"""\
# Completion of banxin in bash: eval "$(banxin completion bash)"
_banxin_words() {{
    local said=
    case $1 in
{cases}
    esac
    printf %s "$said"
}}
_banxin() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    local command=${{COMP_WORDS[1]}} next= said=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W {" ".join(_first(table))!r} -- "$current"; compgen -f -- "$current")
        return
    fi
    case $command in
{groups}
    esac
    if [ -n "$next" ]; then
        if [ "$COMP_CWORD" -eq 2 ]; then
            mapfile -t COMPREPLY < <(compgen -W "$next" -- "$current")
            return
        fi
        command="$command ${{COMP_WORDS[2]}}"
    elif [ -z "$(_banxin_words "$command")" ]; then
        command=build
    fi
    said=$(_banxin_words "$command:$before")
    if [ -z "$said" ]; then
        case $current in
        -*) said=$(_banxin_words "$command") ;;
        *) said=$(_banxin_words "$command:") ;;
        esac
    fi
    if [ "$said" = @file ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$said" -- "$current")
    fi
}}
complete -o filenames -F _banxin banxin
"""


def zsh(table: Sequence[Word]) -> str:
    """For a file `_banxin` in the fpath of zsh."""
    cases = "\n".join(f"    {key!r} {value!r}" for key, value in _cases(table))
    groups = "\n".join(f"    {one!r} {' '.join(two)!r}" for one, two in _second(table).items())
    return f"""\
#compdef banxin
# Completion of banxin in zsh: banxin completion zsh > a folder of fpath, as _banxin
_banxin() {{
  local -A banxin_words banxin_groups
  local command=$words[2] before=$words[CURRENT-1] said=
  banxin_words=(
{cases}
  )
  banxin_groups=(
{groups}
  )
  if (( CURRENT == 2 )); then
    compadd -- {" ".join(_first(table))}
    _files
    return
  fi
  if [[ -n $banxin_groups[$command] ]]; then
    if (( CURRENT == 3 )); then
      compadd -- ${{=banxin_groups[$command]}}
      return
    fi
    command="$command $words[3]"
  elif [[ -z $banxin_words[$command] ]]; then
    command=build
  fi
  said=$banxin_words[$command:$before]
  if [[ -z $said ]]; then
    if [[ $words[CURRENT] == -* ]]; then said=$banxin_words[$command]; else said=$banxin_words[$command:]; fi
  fi
  if [[ $said == @file ]]; then _files; else compadd -- ${{=said}}; fi
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _banxin "$@"; else compdef _banxin banxin; fi
"""


def fish(table: Sequence[Word]) -> str:
    """For fish's folder of completions."""
    cases = "\n".join(f"        case {key!r}\n            set said {value}" for key, value in _cases(table))
    groups = "\n".join(
        f"        case {one!r}\n            set next {' '.join(two)}" for one, two in _second(table).items()
    )
    return f"""\
# Completion of banxin in fish: banxin completion fish > ~/.config/fish/completions/banxin.fish
function __banxin_words
    set -l said
    switch $argv[1]
{cases}
    end
    string join \\n -- $said
end
function __banxin
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    if test (count $before) -eq 1
        string join \\n -- {" ".join(_first(table))}
        __fish_complete_path $current
        return
    end
    set -l command $before[2]
    set -l next
    switch $command
{groups}
    end
    if set -q next[1]
        if test (count $before) -eq 2
            string join \\n -- $next
            return
        end
        set command "$command $before[3]"
    else if test -z "$(__banxin_words $command)"
        set command build
    end
    set -l said (__banxin_words "$command:$before[-1]")
    if test -z "$said"
        if string match -q -- '-*' $current
            set said (__banxin_words $command)
        else
            set said (__banxin_words "$command:")
        end
    end
    if test "$said" = @file
        __fish_complete_path $current
    else
        string join \\n -- $said
    end
end
complete -c banxin -f -a '(__banxin)'
"""


def powershell(table: Sequence[Word]) -> str:
    """For the profile of PowerShell."""
    cases = "\n".join(f"    {key!r} = {value!r}" for key, value in _cases(table))
    groups = "\n".join(f"    {one!r} = {' '.join(two)!r}" for one, two in _second(table).items())
    return f"""\
# Completion of banxin in PowerShell: banxin completion powershell | Out-String | Invoke-Expression
$BanxinWords = @{{
{cases}
}}
$BanxinGroups = @{{
{groups}
}}
Register-ArgumentCompleter -Native -CommandName banxin -ScriptBlock {{
    param($current, $ast, $cursor)
    $typed = @($ast.CommandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursor }} | ForEach-Object {{ "$_" }})
    if ($current -eq '') {{ $typed = @($ast.CommandElements | ForEach-Object {{ "$_" }}) }}
    if ($typed.Count -le 1) {{
        $said = {" ".join(_first(table))!r}
    }} else {{
        $command = $typed[1]
        if ($BanxinGroups.ContainsKey($command)) {{
            if ($typed.Count -eq 2) {{ $said = $BanxinGroups[$command]; $command = '' }}
            else {{ $command = "$command $($typed[2])" }}
        }} elseif (-not $BanxinWords.ContainsKey($command)) {{
            $command = 'build'
        }}
        if ($command -ne '') {{
            $said = $BanxinWords["${{command}}:$($typed[-1])"]
            if (-not $said) {{
                $said = if ($current -like '-*') {{ $BanxinWords[$command] }} else {{ $BanxinWords["${{command}}:"] }}
            }}
        }}
    }}
    if ($said -eq '@file') {{ return }}
    $said -split ' ' | Where-Object {{ $_ -like "$current*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }}
}}
"""


SCRIPTS: Mapping[str, Callable[[Sequence[Word]], str]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "powershell": powershell,
}
