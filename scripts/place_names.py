"""English names of places in their Chinese form: pinyin, with the kind of place translated.

    大同县 -> Datong County      威宁彝族回族苗族自治县 -> Weining Yi, Hui and Miao Autonomous County

A character is read as in pinyin.csv beside this file; names that are read otherwise, or that have a usual
form of another language, stand in EXCEPTIONS.
"""
import csv
import re
from pathlib import Path

# Read otherwise than the character alone, or known by another form.
EXCEPTIONS = {
    "上饶": "Shangrao", "东阿": "Dong'e", "中牟": "Zhongmu", "乐亭": "Laoting", "乐清": "Yueqing",
    "八宿": "Baxoi", "六安": "Lu'an", "六合": "Luhe", "吴堡": "Wubu", "宕昌": "Tanchang", "长子": "Zhangzi",
    "红寺堡": "Hongsibu", "大埔": "Dabu", "尉犁": "Yuli", "崆峒": "Kongtong", "荥经": "Yingjing",
    "闵行": "Minhang", "洪洞": "Hongtong", "牟平": "Muping", "繁峙": "Fanshi", "番禺": "Panyu",
    "召陵": "Shaoling", "六盘水": "Liupanshui", "乌什": "Wushi", "龙圩": "Longxu", "贵德": "Guidê",
    "内蒙古": "Inner Mongolia", "西藏": "Xizang", "新疆": "Xinjiang", "陕西": "Shaanxi",
    "呼和浩特": "Hohhot", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "乌兰察布": "Ulanqab",
    "巴彦淖尔": "Bayannur", "锡林郭勒": "Xilingol", "阿拉善": "Alxa",
    "齐齐哈尔": "Qiqihar", "哈尔滨": "Harbin", "拉萨": "Lhasa", "日喀则": "Xigazê", "昌都": "Qamdo",
    "林芝": "Nyingchi", "山南": "Shannan", "那曲": "Nagqu", "阿里": "Ngari", "乌鲁木齐": "Ürümqi",
    "克拉玛依": "Karamay", "吐鲁番": "Turpan", "哈密": "Hami", "博尔塔拉": "Bortala",
    "巴音郭楞": "Bayingolin", "阿克苏": "Aksu", "克孜勒苏": "Kizilsu", "喀什": "Kashgar", "和田": "Hotan",
    "伊犁": "Ili", "塔城": "Tacheng", "阿勒泰": "Altay", "果洛": "Golog", "甘孜": "Garzê", "阿坝": "Ngawa",
    "香格里拉": "Shangri-La", "二连浩特": "Erenhot", "锡林浩特": "Xilinhot", "乌兰浩特": "Ulanhot",
    "格尔木": "Golmud", "土默特": "Tumed", "科尔沁": "Horqin", "阿鲁科尔沁": "Ar Horqin", "巴林": "Bairin",
    "克什克腾": "Hexigten", "翁牛特": "Ongniud", "喀喇沁": "Harqin", "喀喇沁左翼": "Harqin Left Wing",
    "扎鲁特": "Jarud", "库伦": "Hure",
    "达拉特": "Dalad", "准格尔": "Jungar", "鄂托克": "Otog", "杭锦": "Hanggin", "乌审": "Uxin",
    "伊金霍洛": "Ejin Horo", "阿荣": "Arun", "莫力达瓦": "Morin Dawa", "陈巴尔虎": "Chen Barag",
    "新巴尔虎": "Xin Barag", "乌拉特": "Urad", "察哈尔": "Qahar", "扎赉特": "Jalaid", "阿巴嘎": "Abag",
    "苏尼特": "Sonid", "东乌珠穆沁": "Dong Ujimqin", "西乌珠穆沁": "Xi Ujimqin", "太仆寺": "Taibus",
    "达尔罕茂明安": "Darhan Muminggan", "额济纳": "Ejin", "神农架": "Shennongjia",
    "前郭尔罗斯": "Qian Gorlos", "杜尔伯特": "Dorbod", "中国新加坡": "China-Singapore",
    "长江大桥": "Changjiang Daqiao",
}
# Forms of another language that hold for the name before one kind of place only.
BEFORE_KIND = {("兴安", "盟"): "Hinggan"}
KINDS = [
    ("自治区", "Autonomous Region"), ("自治州", "Autonomous Prefecture"), ("自治县", "Autonomous County"),
    ("自治旗", "Autonomous Banner"), ("特区", "Special District"), ("地区", "Prefecture"),
    ("新区", "New Area"), ("左翼前旗", "Left Front Banner"), ("左翼中旗", "Left Middle Banner"),
    ("左翼后旗", "Left Rear Banner"), ("右翼前旗", "Right Front Banner"), ("右翼中旗", "Right Middle Banner"),
    ("右翼后旗", "Right Rear Banner"), ("前旗", "Front Banner"), ("中旗", "Middle Banner"),
    ("后旗", "Rear Banner"), ("左旗", "Left Banner"), ("右旗", "Right Banner"), ("联合旗", "United Banner"),
    ("行政委员会", "Administrative Committee"), ("管委会", "Management Area"), ("管理区", "Management Area"),
    ("高新技术产业开发区", "High-tech Zone"), ("高技术产业开发区", "High-tech Zone"),
    ("高新技术产业园区", "High-tech Park"), ("高新技术开发区", "High-tech Zone"),
    ("经济技术开发区", "Economic and Technological Development Zone"),
    ("经济开发区", "Economic Development Zone"), ("经济综合实验区", "Economic Experimental Zone"),
    ("城乡一体化示范区", "Urban-Rural Integration Demonstration Zone"),
    ("转型综合改革示范区", "Transformation and Reform Demonstration Zone"), ("示范区", "Demonstration Zone"),
    ("综合物流产业聚集区", "Logistics Zone"), ("综合保税区", "Comprehensive Bonded Zone"),
    ("文化旅游创意园区", "Cultural and Tourism Park"), ("循环化工园区", "Chemical Industry Park"),
    ("现代产业园区", "Modern Industry Park"), ("现代产业园", "Modern Industry Park"),
    ("工业园区", "Industrial Park"), ("食品区", "Food Zone"), ("风景名胜区", "Scenic Area"),
    ("新城", "New Town"),
    ("省", ""), ("盟", "League"), ("旗", "Banner"), ("县", "County"), ("市", ""), ("区", "District"),
]
PEOPLES = {
    "蒙古": "Mongol", "回": "Hui", "藏": "Tibetan", "维吾尔": "Uyghur", "苗": "Miao", "彝": "Yi", "壮": "Zhuang",
    "布依": "Buyi", "朝鲜": "Korean", "满": "Manchu", "侗": "Dong", "瑶": "Yao", "白": "Bai", "土家": "Tujia",
    "哈尼": "Hani", "哈萨克": "Kazakh", "傣": "Dai", "黎": "Li", "傈僳": "Lisu", "佤": "Wa", "畲": "She",
    "拉祜": "Lahu", "水": "Sui", "东乡": "Dongxiang", "纳西": "Naxi", "景颇": "Jingpo", "柯尔克孜": "Kyrgyz",
    "土": "Tu", "达斡尔": "Daur", "仫佬": "Mulao", "羌": "Qiang", "布朗": "Blang", "撒拉": "Salar",
    "毛南": "Maonan", "仡佬": "Gelao", "锡伯": "Xibe", "普米": "Pumi", "塔吉克": "Tajik", "怒": "Nu",
    "鄂温克": "Evenki", "保安": "Bonan", "裕固": "Yugur", "独龙": "Derung", "鄂伦春": "Oroqen",
    "各": "Various Nationalities",
}
PEOPLE_NAMES = sorted(PEOPLES, key=len, reverse=True)
ANY_PEOPLE = f"(?:{'|'.join(PEOPLE_NAMES)})"
WITH_PEOPLE = re.compile(f"^(.*?)((?:{ANY_PEOPLE}(?:族|(?=自治)))+)(自治[州县旗]|区)$")
ONE_PEOPLE = re.compile(f"({'|'.join(PEOPLE_NAMES)})族?")


class PlaceNames:
    """English names by the readings of a table."""

    def __init__(self, table=Path(__file__).parent / "pinyin.csv"):
        with open(table, encoding="utf-8", newline="") as handle:
            self.readings = {row["character"]: row["reading"] for row in csv.DictReader(handle)}

    def pinyin(self, name):
        """白云 -> Baiyun, 东安 -> Dong'an."""
        if name in EXCEPTIONS:
            return EXCEPTIONS[name]
        word = ""
        for character in name:
            reading = self.readings[character]
            word += "'" + reading if word and reading[0] in "aeo" else reading
        return word[:1].upper() + word[1:]

    def english(self, name, above=()):
        """The name of a place; `above`: Chinese names of the places it lies in, which may begin its own."""
        autonomous = WITH_PEOPLE.match(name)
        if autonomous:
            return self.autonomous(*autonomous.groups())
        kind, english = next((zh, en) for zh, en in KINDS if self.is_kind(zh, name))
        stem = name[:-len(kind)]
        if len(stem) == 1:  # 莘县 -> Shenxian, 城区 -> Chengqu: the kind is part of the name
            return self.pinyin(name)
        stem = BEFORE_KIND.get((stem, kind)) or self.words(stem, above)
        return f"{stem} {english}".strip()

    @staticmethod
    def is_kind(kind, name):
        """清新区 is a district called 清新, no new area called 清."""
        return name.endswith(kind) and (len(kind) == 1 or len(name) > len(kind) + 1)

    def words(self, stem, above):
        """广东深圳大鹏 -> Guangdong Shenzhen Dapeng: province and prefecture are words of their own."""
        found = []
        for place in above:
            short = re.sub("(省|市|地区|盟|壮族自治区|维吾尔自治区|回族自治区|自治区|.族自治州)$", "", place)
            if stem.startswith(short) and len(stem) > len(short) + 1:
                found.append(self.pinyin(short))
                stem = stem[len(short):].removeprefix("市")
        if stem:
            found.append(self.pinyin(stem))
        return " ".join(found)

    def autonomous(self, stem, peoples, kind):
        parts = [PEOPLES[people] for people in ONE_PEOPLE.findall(peoples)]
        named = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
        return f"{self.words(stem, ())} {named} {dict(KINDS)[kind]}".strip()
