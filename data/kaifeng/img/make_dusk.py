"""Makes dusk.jpg: hills at dusk by formula, a placeholder that is no photograph. Run: python make_dusk.py"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 2552, 2221  # 216 × 188 mm at 300 ppi
SKY = (
    (0.00, (62, 74, 98)),
    (0.30, (132, 122, 132)),
    (0.50, (214, 160, 134)),
    (0.62, (240, 200, 160)),
    (1.00, (200, 150, 130)),
)
HAZE = np.array([226.0, 180.0, 152.0])
RIDGES = (  # height, roughness, frequency, colour, opacity
    (0.60, 0.022, 0.9, (170, 130, 128), 0.7),
    (0.66, 0.028, 1.1, (124, 104, 112), 0.8),
    (0.74, 0.030, 0.8, (84, 78, 90), 0.9),
    (0.84, 0.024, 0.7, (48, 50, 60), 1.0),
)


def paint() -> Image.Image:
    """The picture: a gradient, a low sun, four ridges with haze at their feet, a little grain."""
    random = np.random.default_rng(7)
    y = np.linspace(0, 1, HEIGHT)[:, None]
    x = np.linspace(0, 1, WIDTH)[None, :]
    stops = [at for at, _ in SKY]
    bands = [np.interp(y[:, 0], stops, [colour[k] for _, colour in SKY]) for k in range(3)]
    image = np.stack(bands, -1)[:, None, :] * np.ones((1, WIDTH, 1))
    distance = np.hypot((x - 0.68) * 1.15, y - 0.56)
    image += (np.exp(-((distance / 0.16) ** 2)) * 60)[..., None] * np.array([1, 0.8, 0.5])
    for height, roughness, frequency, colour, opacity in RIDGES:
        edge = _ridge(random, height, roughness, frequency)[None, :]
        cover = np.clip((y - edge) * 540, 0, 1) * opacity
        mist = np.clip((y - edge) / 0.16, 0, 1) * (0.30 if height < 0.8 else 0.0)
        shade = np.array(colour) * (1 - mist[..., None]) + HAZE * mist[..., None]
        image = image * (1 - cover[..., None]) + shade * cover[..., None]
    image += random.normal(0, 1.2, image.shape)
    return Image.fromarray(image.clip(0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(1.1))


def _ridge(random: np.random.Generator, height: float, roughness: float, frequency: float) -> np.ndarray:
    x = np.linspace(0, 1, WIDTH)
    waves = sum(np.sin(x * 2 * np.pi * k * frequency + random.uniform(0, 2 * np.pi)) / k**1.35 for k in range(1, 9))
    return np.asarray(height - roughness * waves)


if __name__ == "__main__":
    paint().save(Path(__file__).with_name("dusk.jpg"), quality=86, dpi=(300, 300))
