/**
 * The one scale of the house: D F G A C, read as the yu mode on D for the pond at night and as the gong mode on F
 * when something is won. All layers and all tuned effects share it, so nothing that sounds together can clash.
 */
export const D2 = 73.42;
export const F2 = 87.31;
export const G2 = 98.0;
export const A2 = 110.0;
export const C3 = 130.81;
export const D3 = 146.83;
export const F3 = 174.61;
export const G3 = 196.0;
export const A3 = 220.0;
export const C4 = 261.63;
export const D4 = 293.66;
export const F4 = 349.23;
export const G4 = 392.0;
export const A4 = 440.0;
export const C5 = 523.25;
export const D5 = 587.33;
export const F5 = 698.46;
