/** Icons of a blog that has none of its own: a pilcrow in the colours of the rubric. */

/** As `favicon.svg`; it follows the theme of the reader. */
export const defaultIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<style>path{fill:#b51c2f}@media(prefers-color-scheme:dark){path{fill:#f58b88}}</style>
<path d="M13.6 4h10.9v2.6h-2.3V28h-2.7V6.6h-3.3V28h-2.7V17.2C9.3 17.2 6 14.6 6 10.6S9.3 4 13.6 4z"/>
</svg>
`;

/** As `apple-touch-icon.png`, for home screens: 180 by 180, which take no SVG. */
export const defaultTouchIcon: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAALQAAAC0CAIAAACyr5FlAAAFWElEQVR4nOzdfWhVdRzH8e90c3o3H5a2GopjSmgPgk/T6AHy' +
    'jyKkoIe/8r8g0CIhsiAjIkrwn4geTEyzTNC0LA0MstAiCdTcaixT0vbg2nQPbfduc9vd3Xa7IMSB/KTg3T3fM94vDpcxLvef' +
    'vXd+5/c7556TnxwcMuBKxhkgEAck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBEHJCIAxJx' +
    'QCIOSMQBiTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oCUb2NOf1NLorqm92xdqjOeiseH4t2D8e6hRCIVTwz3D5gzi3d/' +
    'cMOdS82lMRJHd+3viaqazuNVmdfBjk5DNkQ7juTFtr92f9G850uCGA1RjaP/fPO5Nze1HvzWMGqiF0eytb3u7S3New8YRlmU' +
    '4hgZSDZu29mwZYfD48oxKTJxdB2vOrXu1YGWi4ZciUAc6eHhune21r+/3dJpQw55jyNTRs2aFzoO/2jIOddxpEdGateup4yw' +
    'uI7j9PoNbd8cNoTEbxwNmz9q+fwry7mS5Uuu8Z2pRE/vmT+u+rb//8CCKcXmVZ7P5620fv1d7dqXLOcKS2fce+zQNb6589jJ' +
    '6lWrs/iB3njcc/Q1NJ168TVD2DzGUbN63chASMtceXmWXVn/wBxyF0fTJ3svnf3TwpL1pZQor834imM4mazf9KHBB19xNO/a' +
    'N/g3J9+9cBRHOp1u3L7L4IajODqPHk9eaDW44SiOC/sPWuiYrQR4iSMzprQfOWqhY7YS4CWOnt9OD/f0GjzxEkf8RLV5wLAS' +
    '4CWOS+fqzQOGlQA/cTQYnPESR1/jeYMzXuIY7us3OOMljpFUyuCMm3WOlI9rjpitBHi5BcO4iYXmAbOVAC9x5MdiBme8xDG+' +
    'aJLBGS9xFJaWGpzxEkfR3HKDM15mK7EK4nDHSxzFt883D5jKBngZVkoqF+VNKLDQMZUNcLPOUTihZOlCgyeO7kN64/0rLHQM' +
    'KwGO4ih7dGX4IwvDSoCjOPKnTC57+EGDG75ub13+zJM2jjtue+HrL1FUUT7riccMPrj7N53z3Jr84iKDA+7imDC9ZN7rIdy2' +
    'Bf/lcYAve2Tl9BX3GMLm9OjvjrfemDizzBAqp3EUTJ2yeOfmzOTWEB6/88ZYxexFO94bH8vtRUCskAa4XlSYunBB5b6PC6aX' +
    'WM6wQhrgfcWpeP4tlft2xObk6moP9hwBEViOjJXPWrZ/57Rliy0H2HMERGOtOn9y8dI92+Y+//Sof4OBPUdAlE5kVDz71F1H' +
    'Dtz00AOGnIjYWa6JN5cueHfj8oO7R2uUYVgJiOQp0Mm3zcuMMks+3Tpr1eNZXgthWAmI8KNDS5YvyWzzN7zc8cNP7Ye+bzt0' +
    'JBVPGLJnLDx0eMZ9d2e2Wze+Ev/5l64T1fGqXxPVtUPdPYbrM6YeVz6tclFmu/zzUE9vqiuRisdTiZ5UV+a1u/fUmebPQniA' +
    'S3SNwWfZX5aZ/Wa2SbNn/vubzmMnrx4HB6QBXJMHiTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBEHJCIAxJxQCIOSMQB' +
    'iTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBEHJCIAxJxQCIOSMQBiTggEQck4oBE' +
    'HJCIAxJxQMpLDg4ZcCXsOSARByTigEQckIgDEnFAIg5IxAGJOCARByTigEQckIgDEnFAIg5IxAGJOCARByTigEQckIgDEnFA' +
    'Ig5IxAGJOCARByTigEQckIgDEnFAIg5IxAGJOCARByTigPQPAAAA//99hSWmAAAABklEQVQDACKDV2DnYgPJAAAAAElFTkSu' +
    'QmCC',
  'base64',
);
