/** Tags and attributes, kept and not, whole and in pieces, that parsers put elsewhere or read in a way of their own. */
export const htmlPieces: readonly string[] = [
  '<p> </p> <b> </b> <i> </i> <a_href="/x"> <a_href="https://a.example"> </a> <p_lang=en_dir=auto> <br> <hr/>',
  '<table> <tr> <td> </td> </table> <caption> <colgroup><col> <li> <ul> </ul> <td_rowspan=2_align=center>',
  '<math> <mi> </mi> <mtext> </math> <mglyph> <svg> </svg> <style> </style> <noscript> <remove> </remove>',
  '<img_src=x> <img_src="http://a.example/b.png"_alt="&lt;b>"> <pre>\n\n </pre> <ruby><rt> <time_datetime=2020>',
  '<details_open> <summary> <input_type=checkbox_checked> <input> <video_src=a.webm> </video> <form> </form>',
  '<h1> <h2_id="a"> </h2> <div_class="note_x"> <div_class="note"> </div> <b_is=x> <p_title="a-->b">',
  '<body_class=a> </body> </html> <head> <title> <!--_c_--> <!-- --> <![CDATA[ ]]> <q_cite="_javascript:1">',
  '<a_rel="me_x"_href="mailto:a@b.example"> &amp; &lt; &nbsp; & < > " text _ \n \r\n \0',
].flatMap((line) => line.split(' ').map((piece) => piece.replaceAll('_', ' ')));
