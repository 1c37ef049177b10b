/** Names, phones and numbers as they are shown by default; revealing them is a logged act of its own. */

const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
]);

/** `李某0231` → `李**`: the surname stays; how long the name is does not show. */
export const maskName = (name: string): string => {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  const surname = COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return `${characters.slice(0, surname).join('')}**`;
};

/** `13800138000` → `138****8000`, `000-1234-5678` → `000-****-5678`; shorter numbers are hidden whole. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '').length;
  let seen = 0;
  return phone.replace(/\d/g, (digit) => {
    seen += 1;
    return digits >= 10 && (seen <= 3 || seen > digits - 4) ? digit : '*';
  });
};

/** `110101200001010021` → `110***********0021`; anything but 15 or 18 characters is hidden whole. */
export const maskIdNumber = (number: string): string => {
  const text = number.trim();
  if (text.length !== 15 && text.length !== 18) return '*'.repeat(text.length);
  return text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4);
};
