"""Makes the helpers in ``tests`` importable also when only this folder is run."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
