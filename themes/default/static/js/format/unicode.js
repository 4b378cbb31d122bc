// The characters that may never stand in a string: general categories Cc, Cf, Zl, Zp, Co, Cs and Cn, but for U+200C and
// U+200D. The table is the program's own (`judge unicode` prints it): a browser's `\p{Cn}` changes with its age, and
// the same file must get the same verdict everywhere.

/**
 * The ranges from U+0080 on, in base 36: how far each starts after the last one ended and, after a comma, how many more
 * characters than one it has.
 */
const TABLE =
  "0,v d ju,1 6,3 7 1 k b1 12 1k 1l,5 r,3 6,g m 5c 1c,1 1n,1 2t,d 1n,1 1d,1 f s,1 1 b,4 w,6 23 4h 8,1 2,1 m 7 " +
  "1,2 4,1 9,1 2,1 4,7 1,3 2 5,1 p,1 3 6,3 2,1 m 7 2 2 2,1 1 5,3 2,1 3,2 1,6 4 1,6 h,9 3 9 3 m 7 2 5,1 a 3 3,1 " +
  "1,e 4,1 c,6 7 3 8,1 2,1 m 7 2 5,1 9,1 2,1 3,4 5,3 2 5,1 i,9 2 6,2 3 4,2 2 1 2,2 2,2 3,2 c,3 5,2 3 4,1 1,5 " +
  "1,d l,4 d 3 n g,1 9 3 4,6 2 3 2,1 4,1 a,6 m 3 n a 5,1 9 3 4,6 2,4 3 4,1 a 3,b d 3 1f 3 6,3 g,1 q 3 i,2 o 9 " +
  "1,1 7,2 1,3 6 1 8,5 a,1 3,b 1m,3 t,10 2 1 5 o 1 n,1 5 1 7 a,1 4,v 20 10,3 13 10 f d,10 5i 1,4 1,1 ah 4,1 7 1 " +
  "4,1 15 4,1 x 4,1 7 1 4,1 f 1l 4,1 1v,1 w,2 q,5 2e,1 6,1 il,2 2h,6 m,8 o,8 k,b d 3 2,b 2m,1 a,5 a,5 e b,5 " +
  "2h,6 17,4 1y,9 v c,3 c,3 1,2 16,1 5,a 18,3 q,5 b,2 1q,1 1t t,1 b,5 a,5 e,1 1t,e 25 4m,7 1o,2 f,2 1q,4 17,1 " +
  "b,7 17,4 eu,1 6,1 12,1 6,1 8 1 1 1 v,1 1h f e,1 6 j,1 3 9 b 2,1 o,6 1d,f 2,1 29,a x,e 3w,3 ii,l b,k 1ec,1 " +
  "am,4 19 1,4 1,1 1k,6 2,d o,8 7 7 7 7 7 7 7 7 3i,1 4,r q 2h,b 5y,p 28 2e,1 2v,4 17 2m 2e,8 1c mlp,2 1j,8 9o,j " +
  "54,7 66,3 1,d 1o,2 a,5 1k,7 1y,7 c,5 38,a u,2 26 b,3 x 1j,8 e,1 a,1 2v,n s,9 6,1 6,1 6,8 7 7 1q,1 3i,1 a,5 " +
  "8mc,b n,3 1d,6ir a6,1 2y,11 7,b 5,4 q 5 1 2 2 i2,v 16,5 1f j 4,3 5 3r,3 5a,2 6,1 6,1 6,1 3,2 7 7,c 2,1 c q j " +
  "2 f,1 e,x 3f,4 3,3 19,2 2g d,2 1,1a 1a,3l t,2 1d,e s,3 10,8 u,4 17,4 u 11,3 e,15 4e,1 a,5 10,3 10,3 14,7 " +
  "1g,a c f 7 2 b f 7 2,2 1g,b 8n,8 m,9 8,n 6 16 e,1r 6,1 1 18 2,2 1,1 n 20,7 9,1b j 2,4 x,2 r,4 r,11 1k,3 k,1 " +
  "1e 2,4 8 3 t,1 3,3 a,6 9,6 1s,v 13,3 c,8 1i,2 t,1 r,4 q,6 4,b 7,27 21,1i 1f,c 1f,6 1a,7 a,5 12,2 t,7 2,5r v " +
  "16 3,1 2,f 6 12 1k,7 16,l q,11 s,j n,8 26,3 10,8 1q 5,c p,6 a,5 1h i,7 13,8 2o k,a i 1b,1p 7 1 4 f b,5 1n,4 " +
  "a,5 4 8,1 2,1 m 7 2 5 a,1 2,1 3,1 1,5 1,4 7,1 7,2 5,a a 1,1 1 12 a 1,1 1 4 a 2,7 2,s 2k 5,t 20,7 a,4l 1i,1 " +
  "12,x 1x,a a,5 d,i 1m,5 a,5 k,r r,1 f,3 n,54 1o,2r 2b,b 8,1 1,1 8 2 u 2,1 c,8 a,1x 8,1 1a,1 b,q 20,7 2b,c " +
  "21,6 b,2c 8,2f y,d a,5 9 19 e,9 t,2 w,1 m e,20 7 2 18,2 1 2 9,7 a,5 6 2 11 2 6,6 a,5 18,3 a,5 2,6l p,6 h " +
  "15,2 t,2c 1,e 1e,c pn,2t 90,b 8n,1s8 2r,c ts,f m,9 32z,4 g7,5a0 1m,1c5 ft,6 v a,3 29 a,5 u,1 6,9 1y,9 a 7 " +
  "l,4 j,bz 1m,5h 2j,4 p,1 p,17 23,3 1l,6 h,1r 5,a 7,8 5p7,z y,2m 37,c pe,d 1f,5y4 4 7 2 89,8 1,s 3,1 1,d 5,6 " +
  "b0,1s3 2z,4 d,2 9,6 a,1 4,31b 71,2 c4,5 n 3,7 x,1 1a,1 n,8 38,1n 6u,9 37,7 5n,9 1e,1p k,b k,b 2f,8 p,3q 2d " +
  "1z 2,1 1,1 2,1 4 c 1 7 1t 4,1 8 7 s 4 5 1,2 7 9h 84,1 ji,e 5 f,27 t,rm 3m,d 7,1h 1m h,1 7 2 5,4 1q,w 1,33 " +
  "19,2 e,1 a,3 2,8v v,g 1m,4 1,cv 16,5x 17,3 1,5b v m,7 2,67 7 4 2 f 5h,1 g,14 24,3 a,3 2,ls 1w,23 1p,5d 4 r 2 " +
  "1,1 1 a 4 1 1,5 1,3 1 1 1 3 2 1,1 1 1 1 1 1 2 1,1 4 7 4 4 1 a h,4 3 5 h,1f 2,7h 18,3 2s,b f,1 f f 11,9 4v,1i " +
  "t,c 18,3 9,6 2,d 6,49 re,1 h,2 d,2 64,3 c,3 s,3 1k,7 a,5 14,7 u,1 c,3 2,d 9,12 9k,7 e,1 d,2 1z 1,2 i d,2 c,4 " +
  "43 2v,sk wyo,v 3dr 4ge,1 5rl,e ha,1wh f2,15t 3t7,4 6ju,upx 8qo,e2m7 6o,47bj";

/** Where each range starts and ends, one after the other. @type {number[]} */
const BOUNDS = [];
for (const range of TABLE.split(" ")) {
  const [gap, more = "0"] = range.split(",");
  const start = (BOUNDS[BOUNDS.length - 1] ?? 0x80) + parseInt(gap, 36);
  BOUNDS.push(start, start + parseInt(more, 36) + 1);
}

/**
 * Whether the character of that code point may never stand in a string.
 * @param {number} point
 */
export function isForbidden(point) {
  if (point < 0x80) return point < 0x20 || point === 0x7f;
  // An odd number of bounds at or below the point means that it lies inside a range.
  let low = 0;
  let high = BOUNDS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BOUNDS[middle] <= point) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
