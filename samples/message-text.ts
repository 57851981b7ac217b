import { TIMElemType, TIMGroupTipType, type Elem, type GroupTipsElem, type Message } from 'tim-node';

/** The texts of a message; nothing for those without. */
export function textOf({ message_elem_array: elems = [] }: Message): string {
  return elems
    .filter(({ elem_type: type }) => type === TIMElemType.kTIMElem_Text)
    .map(({ text_elem_content: text }) => String(text))
    .join(' ');
}

/** A message in one line, whatever it is made of. */
export function lineOf({ message_elem_array: elems = [] }: Message): string {
  return elems.map(wordsFor).join(' ');
}

const OTHERS: Readonly<Record<number, string>> = {
  [TIMElemType.kTIMElem_Image]: '[image]',
  [TIMElemType.kTIMElem_Sound]: '[sound]',
  [TIMElemType.kTIMElem_Custom]: '[custom]',
  [TIMElemType.kTIMElem_Face]: '[face]',
  [TIMElemType.kTIMElem_Location]: '[location]',
  [TIMElemType.kTIMElem_Video]: '[video]',
  [TIMElemType.kTIMElem_Merge]: '[messages]',
};

function wordsFor(elem: Elem): string {
  switch (elem.elem_type) {
    case TIMElemType.kTIMElem_Text:
      return String(elem['text_elem_content']);
    case TIMElemType.kTIMElem_File:
      return `[file ${String(elem['file_elem_file_name'])}]`;
    case TIMElemType.kTIMElem_GroupTips:
      return tip(elem);
    default:
      return OTHERS[elem.elem_type] ?? '[?]';
  }
}

const TIPS: Readonly<Record<number, string>> = {
  [TIMGroupTipType.kTIMGroupTip_Invite]: 'joined',
  [TIMGroupTipType.kTIMGroupTip_Quit]: 'left',
  [TIMGroupTipType.kTIMGroupTip_Kick]: 'removed',
};

function tip(elem: Elem): string {
  const { group_tips_elem_tip_type: type = 0, group_tips_elem_user_array: users = [] } = elem as GroupTipsElem;
  return `* ${TIPS[type] ?? 'the group was changed'}${users.length === 0 ? '' : `: ${users.join(', ')}`}`;
}
