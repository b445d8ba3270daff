// Over 250 lines because one walk over the tags of a text has one state: its output, its budget, its reports.

import { ContentError, formatProblem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { escapeHtml } from '../model/html.ts';
import type { Post } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { CallReader } from './call-reader.ts';
import type { Call, Expansion } from './base/call.ts';
import { emit } from './emit.ts';
import { joinRows } from './base/join-rows.ts';
import { formatValue } from './base/format-value.ts';
import type { Evaluated } from './liquid/liquid-expression.ts';
import type { Liquid, LiquidHost } from './liquid/liquid.ts';
import { describeMisfit } from './tags/match-tags.ts';
import type { Misfit, Node, TagNode } from './tags/match-tags.ts';
import { Output } from './base/output.ts';
import type { Budget, Fragment } from './base/output.ts';
import { expandOwn } from './own-shortcode.ts';
import { Reporter } from './base/reporter.ts';
import { findShortcode } from './built-in/shortcodes.ts';

/** What a short post may print beyond ten times its length, in characters. */
const spareLength = 1_000_000;

/** What the tags of a post may print beside its own text, however long it is. */
const longestOutput = 2_000_000;

/** What a tag costs of that, whatever it prints. */
const tagCost = 100;

/** Turns the tree of one body into text. Over 250 lines: the kinds of tags share one budget and one list of problems. */
export class Expander implements LiquidHost {
  readonly post: Post;
  readonly context: RenderContext;
  readonly reporter: Reporter;
  readonly #calls: CallReader;
  /** `undefined` for a body that has none. */
  readonly #liquid: Liquid | undefined;
  readonly #unclosed = new Set<number>();
  /** Characters that may still be printed. */
  readonly #budget: Budget;
  #hasOverflowed = false;

  constructor(
    post: Post,
    context: RenderContext,
    openLiquid: ((host: LiquidHost) => Liquid) | undefined,
  ) {
    this.post = post;
    this.context = context;
    this.reporter = new Reporter(post);
    const liquid = openLiquid?.(this);
    const findVariable = (word: string): string | undefined => liquid?.findVariable(word);
    this.#liquid = liquid;
    this.#calls = new CallReader({ post, context, findVariable, reporter: this.reporter });
    const { length } = post.body;
    this.#budget = { left: length + Math.min(9 * length + spareLength, longestOutput) };
  }

  get references(): Readonly<Record<string, string>> {
    return this.#calls.references;
  }

  get problems(): readonly Problem[] {
    return this.reporter.problems();
  }

  /** Reports tags that do not fit together; must come before {@link Expander.expandAll}. */
  reportMisfits(misfits: readonly Misfit[]): void {
    for (const misfit of misfits) {
      if (misfit.reason === 'unclosed') this.#unclosed.add(misfit.tag.from);
      this.reporter.report({
        offset: misfit.tag.from,
        ...describeMisfit(misfit, this.#source(misfit.tag)),
      });
    }
  }

  /** The text that `nodes` stand for. `line` is the file line on which they start. */
  expandAll(nodes: readonly Node[], line: number): Fragment {
    const output = new Output(line, this.#budget);
    this.expandInto(nodes, output);
    return output.fragment();
  }

  /** Appends the text that `nodes` stand for. */
  expandInto(nodes: readonly Node[], output: Output): void {
    for (const node of nodes) {
      if (!this.spend(node, node.kind === 'tag' ? tagCost : 0)) return;
      this.#expandNode(node, output);
    }
  }

  /** Takes `cost` characters from what may still be printed. `false`, with one report, when nothing is left. */
  spend(node: Node, cost: number): boolean {
    this.#budget.left -= cost;
    if (this.#budget.left >= 0) return true;
    if (this.#hasOverflowed) return false;
    this.#hasOverflowed = true;
    this.reporter.report({
      offset: node.kind === 'tag' ? node.tag.from : node.from,
      message: `The tags of this post are more than ${longestOutput / tagCost}, or print more than ten times its length or ${longestOutput} characters; the rest is left out.`,
      remedy: 'Let loops and templates repeat less.',
    });
    return false;
  }

  #expandNode(node: Node, output: Output): void {
    switch (node.kind) {
      case 'text':
        return output.copy(
          this.post.body.slice(node.from, node.to),
          this.reporter.lineOf(node.from),
        );
      case 'literal':
        return output.generate(node.text, this.reporter.lineOf(node.from));
      case 'stray':
        return this.#expandStray(node, output);
      case 'tag':
        return this.#expandTag(node, output);
    }
  }

  #expandStray(node: { readonly from: number; readonly to: number }, output: Output): void {
    const braces = this.post.body.slice(node.from, node.to);
    this.reporter.report({
      offset: node.from,
      severity: 'info',
      message: `\`${braces}\` begins no tag; it is shown as it is.`,
      remedy: 'Put it in code, or close it if it was meant as a tag.',
    });
    output.copy(braces, this.reporter.lineOf(node.from));
  }

  #expandTag(node: TagNode, output: Output): void {
    const { tag } = node;
    if (this.#unclosed.has(tag.from)) return this.#emitUnknown(node, output);
    const liquid = this.#liquid;
    if (tag.role === 'output') return this.#expandOutput(node, liquid?.evaluate(tag.args), output);
    if (tag.dialect === 'liquid' && liquid?.isControlTag(tag) === true)
      return liquid.expandControl(node, output);
    const call = this.#calls.read(node);
    const own = this.#findOwn(call.name);
    if (own !== undefined) return this.#expandOwn(node, call, own, output);
    this.#expandBuiltIn(node, call, output);
  }

  #expandOwn(node: TagNode, call: Call, source: string, output: Output): void {
    try {
      this.#emit(node, expandOwn(call, source), output);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      // The template is at fault; the post keeps its text as if there were none.
      const where = `${this.context.site.shortcodes}/${formatProblem(error.problem)}`;
      call.report(
        `The template of \`${call.name}\` does not work: ${where}`,
        'Correct the template.',
      );
      this.#emitUnknown(node, output);
    }
  }

  #expandBuiltIn(node: TagNode, call: Call, output: Output): void {
    const shortcode = findShortcode(call.name);
    if (shortcode === undefined) {
      call.report(
        `\`${call.name}\` is no shortcode that is known here; ${node.body === undefined ? 'a note stands in its place' : 'only its text is shown'}.`,
        `Write a template \`${this.context.site.shortcodes}/${call.name}.html\`, or remove it.`,
      );
      return this.#emitUnknown(node, output);
    }
    const expansion = shortcode(call);
    if (expansion === undefined) this.#emitUnknown(node, output);
    else this.#emit(node, expansion, output);
  }

  #expandOutput(node: TagNode, result: Evaluated | undefined, output: Output): void {
    const { tag, place } = node;
    const line = this.reporter.lineOf(tag.from);
    if (result === undefined) {
      this.reporter.report({
        offset: tag.from,
        message: `\`${this.#source(tag)}\` cannot be read.`,
        remedy: 'Put it in code if it is meant to be shown.',
      });
      return this.#emitUnknown(node, output);
    }
    if (result.unknownFilter !== undefined) {
      this.reporter.report({
        offset: tag.from,
        message: `The filter \`${result.unknownFilter}\` is not known here; the value is shown without it.`,
        remedy: 'Write the value as it should be shown.',
      });
    }
    if (result.unknownName !== undefined && formatValue(result.value) === '') {
      return this.#expandUnknownName(node, result.unknownName, output);
    }
    const text = formatValue(result.value);
    output.generate(
      place.within === 'attribute' ? joinRows(text.replace(/"/g, '&quot;')) : text,
      line,
    );
  }

  /** A field that a post or the site lacks prints nothing, as in Liquid; any other name leaves a note. */
  #expandUnknownName(node: TagNode, name: string, output: Output): void {
    const isField = /^(?:page|site)\./.test(name);
    this.reporter.report({
      offset: node.tag.from,
      message: `\`${name}\` has no value here; ${isField ? 'nothing is shown' : 'a note stands in its place'}.`,
      remedy: 'Write the value itself, or put it in code if it is meant to be shown.',
    });
    if (!isField) this.#emitUnknown(node, output, name);
  }

  /** Leaves the body in a neutral element, or a note where there is none. */
  #emitUnknown(node: TagNode, output: Output, name = nameOf(node)): void {
    const label = escapeHtml(name);
    if (node.body === undefined && node.verbatim === undefined) {
      if (node.place.within === 'attribute') return;
      const note = `<span class="shortcode" data-shortcode="${label}">&#91;${label}&#93;</span>`;
      return this.#emit(node, { kind: 'inline', text: note }, output);
    }
    this.#emit(node, { kind: 'unknown', label }, output);
  }

  #emit(
    node: TagNode,
    expansion: Expansion | { kind: 'unknown'; label: string },
    output: Output,
  ): void {
    emit({
      node,
      expansion,
      output,
      source: this.post.body,
      reporter: this.reporter,
      body: () => this.#expandBody(node),
    });
  }

  #expandBody(node: TagNode): Fragment | undefined {
    if (node.body !== undefined)
      return this.expandAll(node.body, this.reporter.lineOf(node.tag.to));
    if (node.verbatim === undefined) return undefined;
    const output = new Output(this.reporter.lineOf(node.verbatim.from), this.#budget);
    output.copy(
      this.post.body.slice(node.verbatim.from, node.verbatim.to),
      this.reporter.lineOf(node.verbatim.from),
    );
    return output.fragment();
  }

  #findOwn(name: string): string | undefined {
    const { shortcodes } = this.context;
    const base = name.slice(name.lastIndexOf('/') + 1);
    return [name, base]
      .filter((key) => Object.hasOwn(shortcodes, key))
      .map((key) => shortcodes[key])[0];
  }

  #source(tag: { readonly from: number; readonly to: number }): string {
    const source = this.post.body.slice(tag.from, tag.to).replace(/\s+/g, ' ');
    return source.length > 60 ? `${source.slice(0, 57)}…` : source;
  }
}

function nameOf({ tag }: TagNode): string {
  if (tag.role !== 'output') return tag.name;
  return tag.args.length > 40 ? `${tag.args.slice(0, 40)}…` : tag.args;
}
