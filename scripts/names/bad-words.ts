/**
 * What no made-up name may say or sound like: insults, sex, bodies, illness and disability, death, drink and drugs,
 * peoples, faiths, parties and quarrels of states, trademarks. By script, because a list in one language must not spell a
 * word of another's either. Kept by hand; whoever hears a bad name adds what made it bad.
 */

/** For names in Latin or Cyrillic letters. Lower case; ё is written е. */
export interface BadLetters {
  /** Anywhere in the name, also within a word. */
  readonly inside: readonly string[];
  /** As a whole word, or where the two words meet; inside a word they are innocent (`grasshopper`). */
  readonly edges: readonly string[];
  /** Two words that are harmless alone, by how each begins; a full stop says that the word ends there. */
  readonly pairs: readonly (readonly [first: string, second: string])[];
}

const list = (words: string): readonly string[] => words.trim().split(/\s+/);
const pairs = (words: string): BadLetters['pairs'] => list(words).map((pair) => pair.split('+') as [string, string]);

export const BAD_LATIN: BadLetters = {
  inside: list(`
    anal anus arsehole asshole bastard bitch blowjob bollock boner boob bugger clit cock condom cunt dick dildo dyke
    ejac erect erotic fagg fart fetish fuck genital hooker horny incest jizz kinky knob lesbian lust masturb molest
    naked nigg nipple nude orgasm orgy paki panty pecker pedo peni perv piss poop porn prick prost pube pussy queer
    rape rapist rectum scrot semen sexy shag shit slut smegma sodom spunk suck tits titty turd twat vagin vulva wank
    whore bloody blood corpse coffin cripple cretin dead death demon devil dumb dying evil ghost grave hell idiot
    imbecil insane killer leper lunatic midget moron murder obese psycho retard satan schizo skull spastic stupid
    suicid tomb ugly virgin zombie
    allah bible buddh christ church hindu islam jesus jewish koran messiah moham mosque muslim priest prophet quran
    bolshev commun fascis hitler jihad kremlin lenin maoist marx mussolini nazi putin stalin taliban terror trump
    tsar zion soviet chink gook gypsy honky kraut negro redneck savage spic wetback
    adidas airbus amazon android boeing chanel coca disney facebook gillette google gucci huawei ikea intel iphone
    kodak lego lenovo mcdonald microsoft nestle netflix nike nintendo nokia oracle pampers pepsi pokemon prada
    reebok rolex samsung siemens sony starbucks subaru tesla tiktok toyota twitter uber visa volvo whatsapp xiaomi
    yahoo youtube zara
    absinth alcohol beer booze bourbon brandy cannabis champagne cider cigar cocaine cognac drug drunk ecstasy gin
    heroin hashish joint lager liquor marij meth opium pills poison rum sake sherry smoke stoned tequila tobacco
    tipsy vodka weed whisk wine`).filter((word) => !['gin', 'rum', 'sake', 'ejac'].includes(word)),
  edges: list(`
    arse ass bra bum butt cum fag fat fap gay gin god hag hoe homo hump ira isis jap jew kgb kill kkk lsd nob nsfw
    pee pig pms poo pot pus puke rat rum sake scum sex ska slag sob ss std stink tit tosh urin vag vom wee wino xxx
    yid crap damn dong lick moan sack sin wet hot hard rod shaft pole ball balls nuts nut bush melon beaver goose
    ape hog cow ox mule donkey monkey witch nun monk pope saint angel cross crescent lord heaven sickle hammer
    fist flag junta coup riot dope crack high`),
  pairs: pairs(`
    golden+dawn golden+shower golden+triangle golden+arches rising+sun. shining+path paper+tiger bamboo+curtain
    jasmine+revol velvet+revol april+thes autumn+upris crimson+tide scarlet+letter silver+fox honey+pot
    morning+star. morning+glory northern+alliance southern+cross jolly+roger emerald+isle silken+road jade+stalk jade+rod
    jade+gate lucky+strike merry+widow lofty+perch cherry+pop sunny+delight spring+chicken olive+oil
    noble+gas noble+house ruby+slipper russet+potato fresh+fish gilded+cage copper+head amber+alert
    bald+eagle bold+panther pine+box deft+pick willing+partner smiling+assassin`),
};

export const BAD_CYRILLIC: BadLetters = {
  inside: list(`
    анал анус бздет блуд бляд блят бордел вагин вшив вульв гандон геморр гениталь глист гнид говн гомик гомос
    дебил дерьм дрист дрищ дроч дурак дурач жоп задниц залуп идиот импот инвалид какаш калек кастр кобел кончен
    крети лесби лох мандав маньяк мастурб минет моч муда муде муди мраз наркоман насил нищ нигер олиго оргазм
    оргия падл педик педоф пенис перд перхот пидор пидар пизд писю писк плешив подон понос порно поц прид проститу
    прыщ психопат пук путан ректум ссан ссык сифил сиськ сись совок соск сперм сран срат сука сучк сучь сявк титьк
    трахн тупой тупица ублюд урод фалл фекал хам хер хохл хуев хуе хуи хуй хуя чмо член чурк шалав шиз шлюх эрек
    эрот ягодиц яичк мертв труп могил кладбищ убий смерт самоуб похорон покойни кровав кровь ведьм дьявол черт
    бес бог господ христ церк мечет аллах иисус ислам евре жид цыган кацап москал хач чечен негр
    гитлер сталин ленин путин навальн зеленск фашис нацис свастик коммун кремл майдан донбас крым
    алкаш алкогол бухл вино водк виски самогон пиво пивн пьян коньяк ликер ром наркот героин кокаин конопл
    мариху гашиш табак сигар кальян опиум перегар похмел
    адидас газпром гугл кока мерседес найк сбер яндекс`).filter(
    // Parts of innocent words; they stand below as whole words.
    (word) =>
      !['бес', 'бог', 'черт', 'ром', 'моч', 'вино', 'хам', 'поц', 'лох', 'пук', 'прид', 'писк', 'хер'].includes(word),
  ),
  edges: list(`
    бес бог черт ром моч вино хам поц лох пук хер еб еба ебу ебл ебн еби бля хуе хуй хуя пис поп попа зад гад кал
    секс гей гнус гной гроб труп яд вор бомж зэк мент чурбан козел баран осел ишак индюк петух дятел кабан глухарь олень
    болт ствол кол сук стручок конец хрен перец банан огурец орех шар хвост рог рыло рожа морда ухо нос губа палец
    голубой мокрый твердый толстый голый старый больной хромой слепой глухой немой горбатый лысый рыжий черный
    белый желтый красный коричневый радужный железный липовый дубовый гусь сыч ворон крест храм монах поп икона`),
  pairs: pairs(`
    нефритов+стерж нефритов+жезл золот+дожд золот+телец северн+поток черн+вдов коричнев+полос путин+берег
    морск+свин чуд+юд южн+парк аист+бел тих+омут медов+спас яблочн+спас майск+жук северн+корей лесн+брат вольн+каменщ
    звездн+полос гордый+буревест утренн+стояк весел+роджер добр+дядь летуч+голланд гордый+варяг`),
};

/** For names in Chinese characters, both scripts in one list; anywhere in the name. */
export const BAD_HAN: readonly string[] = list(`
  菊花 黄瓜 黃瓜 木耳 鲍鱼 鮑魚 鲍 鮑 香蕉 蜜桃 巨乳 乳 奶 胸 臀 腿 裸 脱 脫 淫 娼 妓 嫖 骚 騷 贱 賤 娘 婊 操 肏 屌 鸟 鳥 屁 屎 尿 粪 糞 肛 阴 陰 阳具
  陽具 精子 卵 睾 龟 龜 鳖 鱉 王八 绿帽 綠帽 绿茶 綠茶 白莲 白蓮 小三 花柳 云雨 雲雨 春宫 春宮 春药 春藥 鸳鸯 鴛鴦 烟花 煙花 青楼 青樓 寻花 尋花 问柳 問柳
  红杏 紅杏 出墙 出牆 玉兔 玉茎 玉莖 处女 處女 鸡 雞 鸭 鴨 狗 猪 豬 驴 驢 鼠辈 畜 禽 蛆 蠢 傻 笨 呆 痴 疯 瘋 癫 癲 盲 聋 聾 哑 啞 瘸 残 殘 废 廢
  丑八 醜 胖 肥 矮 秃 禿 死 亡 丧 喪 葬 坟 墳 墓 棺 尸 屍 鬼 魂 殉 祭 冥 奠 寿衣 壽衣 血 杀 殺 刀 毒 恶 惡 魔 妖 邪 凶 贼 賊 盗 盜 匪 奸 奴 仆 僕
  酒 醉 醇 烟 菸 煙 赌 賭 佛 菩萨 菩薩 僧 尼 庙 廟 寺 神 仙丹 基督 耶稣 耶穌 真主 清真 法轮 法輪 轮功 輪功 教主 道士 和尚 天主 神父
  习近 習近 平平 毛泽 毛澤 邓小 鄧小 江泽 江澤 蒋 蔣 台独 台獨 港独 港獨 藏独 天安 六四 八九 民进 民進 国民 國民 共产 共產 红旗 紅旗 红星 紅星 红日 紅日
  太阳 太陽 朝阳群 东风快 雨伞 雨傘 黄伞 黃傘 纸伞 紙傘 占中 野百合 独立 獨立 统一 統一 革命 起义 起義 文革 党 黨 军 軍 战 戰 炮 砲 枪 槍 弹药 反贼 反賊
  蓝绿 藍綠 泛蓝 泛藍 泛绿 泛綠 蓝营 藍營 绿营 綠營 小粉红 小粉紅 五毛 韭菜 支那 蛮 蠻 胡人 番 鞑 韃 倭 洋鬼 黑鬼 白鬼 阿三 棒子
  华为 華為 小米 苹果 蘋果 京东 京東 淘宝 淘寶 天猫 天貓 雪花 青岛 青島 茅台 长城 長城 大众 大眾 比亚 東風 东风 奔驰 宝马 賓士 可口 百事 麦当 麥當 星巴 肯德 耐克
  黄色 黃色 色情 色狼 花心 花痴 一夜 情人 小蜜 援交 三级 三級 走光 偷拍 群交 口交 自慰 高潮 勃起 射精 打飞 打飛 飞机杯 飛機杯 洞房 炮友 約炮 约炮
  白痴 白癡 智障 神经 神經 脑残 腦殘 三八 二百 死光 送终 送終 归西 歸西 驾鹤 駕鶴 仙逝 安息 往生 白头 白頭 上吊 跳楼 跳樓 自尽 自盡 天灯 天燈 河灯 河燈`);

/** Toneless syllables one after the other, as they sound: also across the place where the two words meet. */
export const BAD_SOUNDS: readonly string[] = `
  cao ni, gan ni, ri ni, qu ni, sha bi, sha bei, niu bi, zhuang bi, er bi, ma bi, ji ba, diao si, la ji, gou shi, chi shi, fang pi, pi gu,
  da bian, xiao bian, la shi, sa niao, yin dang, yin jing, yin dao, yin luan, yin fu, yin chong, gui tou, gao wan, jing zi, she jing, ru fang,
  ru tou, da nai, nai zi, luo ti, luo ben, tuo yi, xing ai, xing jiao, zuo ai, mai yin, piao chang, chang ji, ji nv, kou jiao, gang jiao, gang men,
  da pao, da fei ji, shou yin, zi wei, chun yao, qiang jian, tong jian, lun jian, jian ren, sao huo, biao zi, zha nan, hun dan, wang ba, gui er,
  zhi zhang, nao can, bai chi, ben dan, sha zi, sha gua, chi dai, feng zi, fei wu, que zi, long zi, ya ba, can fei, chou ba, er bai wu, san ba,
  si wang, qu si, zhao si, song si, zi sha, sha ren, xiong shou, shi ti, fen mu, guan cai, song zhong, sang shi, chu bin, shang diao, tou hai,
  xi du, du pin, fan du, da ma yan, yao tou, jiu gui, xi yan, fa lun, lun gong, liu si, tai du, gang du, zang du, jiu ping, xi jin, jin ping,
  mao ze dong, deng xiao ping, jiang ze min, hu jin tao, wen jia bao, cai ying wen, jiang jie shi, xie jiao, kong bu, bao dong, bao zha, dong luan,
  fan gong, gong chan, lang dang, hei gui, zhi na, wo kou, jian die, han jian, mai guo, ji bai, ji jian, gai shi, tao ke, liu mang, se qing, huang pian`
  .split(',')
  .map((sounds) => sounds.trim().replaceAll(/\s+/g, ' '));
