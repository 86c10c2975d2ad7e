"""What went wrong as a sentence for the user, whatever it was: no traceback reaches anybody."""

from generator.files.refused import sentence
from generator.ground.names import brief
from generator.opener import RefusedError
from generator.output import CannotWriteError
from generator.pool import LostProcessError
from generator.streams import told

NO_MEMORY = (
    "Datorns minne räckte inte, och inget gjordes. Något i underlaget är orimligt stort: se efter i bilderna, i "
    "texterna och i mallen. Stäng annars andra program och försök igen."
)
_OURS = "Det är inte ditt fel. Spara arbetsboken och meddela den som sköter programmet."


def is_ours(error: Exception) -> bool:
    """Whether it is a fault of the program's own, and not of its surroundings."""
    return not isinstance(error, LostProcessError | CannotWriteError | OSError | MemoryError)


def sentence_of(error: Exception) -> str:
    """Say what went wrong; of a fault of the program's own, that it is one."""
    match error:
        case LostProcessError() | CannotWriteError():
            return str(error)
        case RefusedError():  # a file of the association's
            return sentence(error)
        case OSError():  # the surroundings: a full disk, a name that is too long
            return told(error)
        case MemoryError():
            return NO_MEMORY
    return f"Ett fel i programmet stoppade körningen ({type(error).__name__}: {brief(str(error))}).\n{_OURS}"
