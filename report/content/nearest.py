"""The name that was meant: the one from which a written name differs by the fewest slips of typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

INSERTED, DROPPED, SWAPPED, REPLACED, SIMILAR = 0.9, 0.7, 0.6, 0.9, 0.7
"""Cost of a character too many, one left out, two the wrong way round, another one, and one of like sound or look."""
FARTHEST = 0.5
"""Cost for each character of the longer name beyond which names have nothing to do with each other."""
MANY = 80
"""Names beyond which only those with the most characters in common are weighed: facts may go into thousands."""
MOST = 4
"""Names that are told when all are equally near."""

_ALIKE = """
万完玩弯 三散叁 上尚商 下夏吓 不布步部补 专砖转传 两俩量辆 严言研盐颜 中种钟终重众 为位未维唯围卫委味
主住助注著柱 书树数属述输术 事是示时式市世视实识始使试十石 二儿而 人仁认任 亿一以意议易义已 仅进近金紧尽今
代带待戴贷大 件间见建健减简键 份分粉纷 余于与鱼语域誉预 作做座左坐昨 你尼拟 例历力立利理里 信心新欣 倍被备背北
值职直制只纸质志之支织指止至植 元员院原源圆远愿 全权泉 公工功宫 关管观官 写些协斜 准谁 出处初除储 列烈裂
前钱千签 副付富负复福幅府父附服符 动东懂 区取去曲趣 单担丹但 占站战展 卡咖咔 印引因音银 厂场常长 参餐 右又有由友游
另令领灵 号好浩 合和何河盒核荷 同通统铜童 名明命鸣 告高搞稿 图涂途土突徒 地底第低帝递 均军君 堆队对 墙强枪抢
声生省升胜盛 多夺朵 头投 字自子资 安按案 审深神身伸 宽款 封风丰锋 小晓效校 屏平评凭瓶 差查茶插 年念 序续需须绪叙
库苦裤 开凯 弧湖护户胡 录路陆鹿 形行型性姓星 彩采菜才材 截结节接街解阶 扉非飞费肥 折这者哲着 拆柴 据句具局剧举
排牌派拍 提题体替 改该盖 放方访房 整正政证争征 文闻问温纹 旁庞胖 无五物务误午屋 最罪嘴 月约越乐阅
期其七起气齐器奇骑 本笨 条调跳 来赖 标表彪飙 栏兰拦蓝烂 样洋阳养央 格个各隔歌哥 档挡当党 横恒衡 段断短端
每美妹眉没 比笔必币毕 汉汗寒 法发罚 波播博伯 灯等登 点典电店 焦教交角叫脚 片篇偏 版板办班半 环换还 用永勇 百摆白
目木幕墓 码马吗嘛 确却雀 积级及集极即计记机技急 空孔控 章张涨掌 类累雷泪 纵总宗综 线限现县先显项象向像相想
组族足祖 经京精静竟径警景井境 编边变便遍 网往忘王望 色涩瑟 花化话画华 荣容融绒 血学雪 装庄状撞 要耀药 订丁定顶钉
词次此刺 询寻训讯 说硕 跨夸 轮论伦 达答打 迷米秘密 锁所索 错措 阵镇真针 面免棉 页叶业夜也 骤宙皱聚 醒姓 己已巳
未末 土士 干千 入人 曰日目 折析拆 贷货 焦集 余佘 徐余 距据句局 胶交教 塔他踏
一1 二2 三3 四4 五5 六6 七7 八8 九9 十1
"""
"""Characters that are typed for one another: of one sound (whatever the tone), or of one look."""

_GROUPS: dict[str, set[int]] = {}
for _number, _group in enumerate(_ALIKE.split()):
    for _char in _group:
        _GROUPS.setdefault(_char, set()).add(_number)


def nearest(name: str, names: Iterable[str]) -> str:
    """The name that is most like `name`, or all of them with a stroke between where several are; "" where none is."""
    known = list(dict.fromkeys(names))
    if len(known) > MANY:
        known = sorted(known, key=lambda other: len(set(other) & set(name)), reverse=True)[:MANY]
    costs = {other: distance(name, other) for other in known if _related(name, other)}
    near = {other: cost for other, cost in costs.items() if cost <= max(SIMILAR, FARTHEST * max(len(name), len(other)))}
    least = min(near.values(), default=0.0)
    best = [other for other, cost in near.items() if cost < least + 0.05]
    return " / ".join(best[:MOST])


def nearest_file(name: str, beside: Iterable[str]) -> str:
    """The files whose names, without their endings, are most like that of `name`: an ending alone is no likeness."""
    stems: dict[str, list[str]] = {}
    for file in beside:
        stems.setdefault(PurePath(file).stem, []).append(file)
    found = nearest(PurePath(name).stem, stems)
    return " / ".join(file for stem in found.split(" / ") for file in stems.get(stem, ()))


def distance(written: str, meant: str) -> float:
    """The least cost of the slips that turn one name into the other."""
    before: Sequence[float] = []
    last = [DROPPED * j for j in range(len(meant) + 1)]
    for i, char in enumerate(written):
        row = [last[0] + INSERTED]
        for j, other in enumerate(meant):
            cost = min(last[j] + _replaced(char, other), last[j + 1] + INSERTED, row[j] + DROPPED)
            if i and j and char == meant[j - 1] and written[i - 1] == other and char != other:
                cost = min(cost, before[j - 1] + SWAPPED)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _replaced(char: str, other: str) -> float:
    if char == other:
        return 0.0
    return SIMILAR if alike(char, other) else REPLACED


def alike(char: str, other: str) -> bool:
    """Whether two characters are typed for one another."""
    return not _GROUPS.get(char, _NONE).isdisjoint(_GROUPS.get(other, _NONE))


_NONE: set[int] = set()


def _related(name: str, other: str) -> bool:
    """Whether two names have a character in common, or one of like sound or look."""
    if set(name) & set(other):
        return True
    groups = {group for char in name for group in _GROUPS.get(char, _NONE)}
    return any(not groups.isdisjoint(_GROUPS.get(char, _NONE)) for char in other)
