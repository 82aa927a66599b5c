/**
 * How wide letters are, in hundredths of the font's size: the widest that they
 * are in DejaVu Sans, Noto Sans, Liberation Sans and Noto Sans CJK JP.
 * Made by tests/golden/font_widths.py, which names the versions.
 */

/** The letters of each width; `other` is for those that are not listed. */
export interface FontWidths {
  readonly other: number;
  readonly letters: readonly (readonly [width: number, letters: string])[];
}

/** Of regular letters. */
export const regular: FontWidths = {
  other: 110,
  letters: [
    [28, "'ijìíîï"],
    [29, "l"],
    [32, " ,.\u00a0‘’"],
    [34, ":;IÌÍÎÏ"],
    [36, "f"],
    [37, "-"],
    [40, "()/[\\]t"],
    [41, "!¡"],
    [42, "r²³¹"],
    [48, '"ªº'],
    [50, "°"],
    [52, "“”"],
    [53, "sz"],
    [54, "J"],
    [55, "cç"],
    [56, "*?L_|¦–"],
    [57, "·"],
    [58, "k"],
    [59, "•"],
    [60, "vxyýÿ"],
    [61, "`¨¯´¸"],
    [62, "FTaeo«»¿àáâãäåèéêëðòóôõöø"],
    [64, "$0123456789bdghnpqu{}¢£¤¥µñùúûüþ"],
    [65, "ß"],
    [67, "EKPSYÈÉÊËÝÞ"],
    [69, "ABVXZÀÁÂÃÄÅ"],
    [73, "CRÇ"],
    [74, "UÙÚÛÜ"],
    [76, "HNÑ"],
    [78, "&DGÐ"],
    [79, "OQÒÓÔÕÖØ"],
    [82, "w"],
    [84, "#+<=>^~¬−"],
    [91, "M"],
    [96, "%"],
    [97, "¼½¾"],
    [98, "m"],
    [99, "Wæ"],
    [100, "§©®±¶Æ×÷—…→≤≥≠≈⋮"],
    [102, "@"],
  ],
};

/** Of bold letters. */
export const bold: FontWidths = {
  other: 133,
  letters: [
    [33, "'"],
    [35, " ijl\u00a0ìíîï"],
    [38, ",.‘’"],
    [39, "IÌÍÎÏ"],
    [40, ":;"],
    [42, "-/\\"],
    [44, "f²³¹"],
    [46, "!()[]¡"],
    [48, "t"],
    [50, "r°"],
    [55, "*"],
    [56, "|¦–"],
    [57, "J_ªº"],
    [58, '"'],
    [59, "z"],
    [60, "cs·ç"],
    [62, "?¿"],
    [63, "`¨¯´¸"],
    [64, "L¤•"],
    [65, "x«»"],
    [66, "vyýÿ“”"],
    [67, "k"],
    [68, "aeàáâãäåèéêë"],
    [69, "EFToÈÉÊËðòóôõöø"],
    [70, "$0123456789¢£¥"],
    [72, "bdghnpqu{}ßñùúûüþ"],
    [73, "SYZÝ"],
    [74, "CPµÇÞ"],
    [77, "B"],
    [78, "AKRVXÀÁÂÃÄÅ"],
    [82, "UÙÚÛÜ"],
    [83, "G"],
    [84, "#+<=>DHN^~¬ÐÑ−"],
    [86, "OQÒÓÔÕÖØ"],
    [88, "&"],
    [93, "w"],
    [100, "M§©®±¶×÷—…→≤≥≠≈⋮"],
    [101, "%@"],
    [104, "¼½¾"],
    [105, "mæ"],
    [109, "Æ"],
    [111, "W"],
  ],
};
