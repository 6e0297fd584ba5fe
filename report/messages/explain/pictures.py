"""Explanations of what can be wrong with pictures."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "picture-broken": Explained(
        "扩展名是 pdf 或 svg，内容却读不出来；多半是没下载完，或者改了扩展名。SVG 还要写明尺寸。",
        "The name says PDF or SVG, the content says otherwise. An SVG must also say how large it is.",
        "- 图片: {图: img/截图.svg, 替代: 徽标}    # 其实是 PNG",
        "- 图片: {图: img/徽标.svg, 替代: 徽标}",
    ),
    "picture-encrypted": Explained(
        "加了密的 PDF 不许别的文件取用它的内容。",
        "An encrypted PDF does not allow its content to be used in another file.",
        "- 图片: {图: img/徽标-加密.pdf, 替代: 徽标}",
        "- 图片: {图: img/徽标.pdf, 替代: 徽标}",
    ),
    "picture-layers": Explained(
        "PDF 里关着的图层，排进来就没有开关了，会全部印出来。",
        "A layer that is switched off has no switch on our page, and would be printed.",
        "- 图片: {图: img/示意图-带图层.pdf, 替代: 示意图}",
        "- 图片: {图: img/示意图-已合并.pdf, 替代: 示意图}",
    ),
    "picture-page": Explained(
        "页数从 1 数起，不能超过那个 PDF 的页数。",
        "Pages count from 1, up to the number of pages of that PDF.",
        "- 图片: {图: img/徽标.pdf, 页: 3, 替代: 徽标}    # 只有一页",
        "- 图片: {图: img/徽标.pdf, 页: 1, 替代: 徽标}",
    ),
    "svg-strange": Explained(
        "徽标里的文字、渐变、蒙版、滤镜各家画得不一样，印出来可能走样，所以不猜。转成路径就不会错。",
        "Text, gradients, masks and filters are drawn differently by every program. Paths are drawn alike by all.",
        "- 图片: {图: img/徽标-带字.svg, 替代: 徽标}",
        "- 图片: {图: img/徽标-转曲.svg, 替代: 徽标}",
    ),
    "picture-huge": Explained(
        "这么多像素一次读进内存，小一点的机器会停住。普通 JPEG 可以缩着读，多大都行；PNG、TIFF 和渐进式 JPEG 不能。",
        "So many pixels in memory would stop a smaller machine. Baseline JPEG can be read smaller, others not.",
        "图: img/航拍拼接.tif    # 30000 × 20000",
        "图: img/航拍拼接.jpg    # 30000 × 20000",
    ),
    "picture-kind": Explained(
        "32 位、浮点这类像素是量出来的数，不是印得出来的颜色。",
        "Pixels of 32 bits or floating point are measurements, not colours that can be printed.",
        "图: img/遥感.tif    # 32 位浮点",
        "图: img/遥感.png    # 8 位灰度",
    ),
    "bad-picture": Explained(
        "图片坏了，或是别的格式换了后缀。用看图软件另存一次。",
        "The picture is damaged, or another format under this name. Save it again from a viewer.",
        "- 图片: {图: img/a.webp, 替代: 田间课堂}",
        "- 图片: {图: img/a.jpg, 替代: 田间课堂}",
    ),
}
