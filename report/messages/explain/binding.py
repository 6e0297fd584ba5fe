"""Explanations of what can be wrong with paper, binding, covers and barcodes."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "bad-weight": Explained(
        "克重是一平方米纸的重量，印厂按它报价，书脊和爬移也按它查厚度。",
        "The weight of a square metre: shops quote by it, and spine and creep are worked out from it.",
        "印刷: {纸张: 双胶纸, 克重: 厚}",
        "印刷: {纸张: 双胶纸, 克重: 100g}",
    ),
    "bad-thickness": Explained(
        "纸厚是一张纸（两面）的厚，不是一沓的厚；印厂可以量给你。",
        "The thickness of one leaf (two pages), not of a pile. The shop can measure it.",
        "印刷: {纸张: 双胶纸, 克重: 100g, 纸厚: 12mm}",
        "印刷: {纸张: 双胶纸, 克重: 100g, 纸厚: 0.12mm}",
    ),
}
