import { wordList } from '../../content/text/word-list.ts';

/**
 * Names of settings that posts have here or elsewhere, without `_` and `-`. Those that nothing here reads are among them
 * so that none of them is taken for another that was mistyped.
 */
export const knownSettings: ReadonlySet<string> = new Set(
  wordList(
    // Read here.
    'title date publishdate publisheddate publishedat datepublished pubdate pubdatetime created createdat ' +
      'creationdate datetime posted updated lastmod lastmodifiedat lastmodified modified lastupdated updatedat ' +
      'updateddate datemodified modifiedat moddatetime lastupdate expirydate expires unpublishdate draft published ' +
      'publish private status visibility noindex robots robotsnoindex sitemap render headless build keywords keyword ' +
      'tags tag categories category topics topic taxonomies series seriesname seriestitle seriesorder seriespart ' +
      'seriesindex seriesnumber seriesweight seriesposition part order weight description summary excerpt author ' +
      'authors image images cover featuredimage featureimage featured coverimage thumbnail header banner ogimage ' +
      'socialimage heroimage hero slug path url permalink aliases alias redirectfrom redirectto canonical ' +
      'canonicalurl canonicallink originalurl translationkey lang language locale layout type math mathjax katex ' +
      'usemath hasmath latex libraries toc showtoc tableofcontents enabletoc hidetoc disabletoc notoc pin pinned ' +
      'sticky top extra params cssclasses cssclass ' +
      // Read by generators and themes alone.
      'template pagetemplate inpageindex insertanchorlinks generatefeeds sortby paginateby transparent ' +
      'linktitle subtitle outputs markup menu menus iscjklanguage cascade resources markdown nav navigation ' +
      'name text data page pages rate role rating mood music video audio event place location lat lon tagline ' +
      'comments comment share social license copyright source sources id uid guid postid wordpressid ' +
      'eleventyexcludefromcollections eleventycomputed eleventynavigation parent children prev next ' +
      'hidemeta hidefrom hidesummary searchhidden showreadingtime showsharebuttons disableshare disablecomments ' +
      'enablecomments readingtime words intro lead teaser quote color colour icon emoji kind format version ' +
      'sidebar feed feeds link links external reference references bibliography footnotes code highlight ' +
      'mermaid diagram chart script scripts style styles css js head body content class classes',
  ),
);
