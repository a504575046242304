package org.saleskpi.output.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.HtmlTag;
import j2html.tags.specialized.NavTag;
import j2html.tags.specialized.SectionTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.Letterhead;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordType;

/** The frame of one page: its head, its terms and contents, and its sections one after another. */
final class HtmlPage {

    private static final String CSS = resource("page.css");
    private static final String CONTROLS_CSS = resource("controls.css");
    private static final String CONTROLS = resource("controls.js");

    private final Question question;
    private final PageAnswers answers;
    private final FactLists facts;
    private final Wording wording;
    private final PeriodNames names;
    private final CoverageWording records;
    private final Letterhead letterhead;
    private final boolean hasControls;
    private final String css;
    private final Optional<PeriodSection> periods;
    private final List<Part> parts;

    HtmlPage(Question asked, HtmlReport.Extras extras) {
        this.answers = PageAnswers.of(asked);
        this.facts = extras.hasFacts() ? FactLists.of(answers) : FactLists.NONE;
        this.question = answers.question();
        this.wording = new Wording(question.locale());
        this.records = new CoverageWording(answers.coverage(), wording);
        this.names = new PeriodNames(
                question.locale(), question.history().zone(), question.history().calendar());
        this.letterhead = question.shown().letterhead();
        this.hasControls = extras.hasControls();
        this.css = CSS
                + (hasControls ? CONTROLS_CSS : "")
                + letterhead.accent().map(Accent::of).map(Accent::css).orElse("");
        this.periods = PeriodSection.of(answers, wording, names);
        this.parts = parts();
    }

    HtmlTag html() {
        return TagCreator.html(
                        top(),
                        body(hatching(), header(), contents(), content(), foot())
                                .condWith(hasControls, script(rawHtml(CONTROLS))))
                .withLang(wording.language().toLanguageTag());
    }

    private String pageTitle() {
        return Stream.of(letterhead.company(), Optional.of(letterhead.title().orElse(wording.say("page.title"))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" – "));
    }

    /** All that the page may use is its own style, and its own script if it has one, known by their digests. */
    private HeadTag top() {
        return head(
                meta().attr("charset", "utf-8"),
                meta().attr("http-equiv", "Content-Security-Policy")
                        .attr(
                                "content",
                                "default-src 'none'; "
                                        + (hasControls ? "script-src 'sha256-" + digest(CONTROLS) + "'; " : "")
                                        + "style-src 'sha256-" + digest(css)
                                        + (letterhead.logo().isPresent() ? "'; img-src data:" : "'")
                                        + "; base-uri 'none'; form-action 'none'"),
                meta().withName("viewport").attr("content", "width=device-width, initial-scale=1"),
                meta().withName("color-scheme").attr("content", "light dark"),
                title(pageTitle() + " – " + names.of(question.dates())),
                style(rawHtml(css)));
    }

    /** What is still open is hatched: a pattern that all drawings share. */
    private static DomContent hatching() {
        return Svg.of("svg")
                .withClass("shared")
                .attr("aria-hidden", "true")
                .with(Svg.of("defs")
                        .with(Svg.of("pattern")
                                .withId("hatched")
                                .numberAttr("width", 6)
                                .numberAttr("height", 6)
                                .attr("patternUnits", "userSpaceOnUse")
                                .attr("patternTransform", "rotate(45)")
                                .with(
                                        Svg.rectangle(0, 0, 6, 6).withClass("hatch-ground"),
                                        Svg.rectangle(0, 0, 3, 6).withClass("hatch-stroke"))));
    }

    private HeaderTag header() {
        ReportTerms terms = answers.report().terms();
        DlTag list = dl();
        entry(list, wording.say("period"), wording.span(terms.period(), terms.zone()));
        entry(list, wording.say("time-zone"), terms.zone().getId());
        Instant asOf = terms.asOf();
        if (asOf != null) {
            entry(list, wording.say("as-of"), wording.moment(asOf.atZone(terms.zone())));
        }
        entry(list, wording.say("currency"), terms.currency().getCode());
        wording.conditions(terms.scope()).forEach(condition -> entry(list, wording.say("only"), condition));
        if (!question.dimensions().isEmpty()) {
            entry(list, wording.say("grouped"), wording.dimensions(answers.dimensions()));
        }
        entry(list, wording.say("records"), records.recorded(terms.zone()));
        String dates = wording.sentence(names.of(question.dates()));
        HeaderTag header = TagCreator.header();
        letterhead
                .logo()
                .ifPresent(logo -> header.with(img().withSrc(logo)
                        .withAlt(letterhead.company().orElse(""))
                        .withClass("logo")));
        if (letterhead.title().isPresent()) {
            header.with(
                    p(letterhead.company().orElse(wording.say("page.title"))).withClass("kind"),
                    h1(letterhead.title().get()),
                    p(dates).withClass("dates"));
        } else {
            header.with(p(pageTitle()).withClass("kind"), h1(dates));
        }
        return header.with(new PeriodNav(answers, wording, names).html(periods), list)
                .with(notes());
    }

    private static void entry(DlTag list, String name, String text) {
        list.with(div(dt(name), dd(text)));
    }

    /** What a reader must know before the first number. */
    private List<DomContent> notes() {
        List<DomContent> notes = new ArrayList<>();
        letterhead.note().ifPresent(note -> notes.add(p(note).withClass("note own")));
        records.notes(question.history(), answers.report().terms().period(), answers.asked())
                .forEach(note -> notes.add(p(note + ".").withClass("note")));
        return notes;
    }

    private NavTag contents() {
        return nav(ul(each(parts, part -> li(a(part.title()).withHref("#" + part.id())))))
                .attr("aria-label", wording.say("page.contents"));
    }

    /**
     * A section of the page.
     *
     * @param id what links lead to
     * @param title what it is called in the contents
     * @param html the section
     */
    private record Part(String id, String title, SectionTag html) {}

    private List<Part> parts() {
        String groups = GroupSection.title(answers.dimensions(), wording);
        List<Part> all = new ArrayList<>();
        HighlightSection.of(answers, wording, names)
                .ifPresent(
                        section -> all.add(new Part(HighlightSection.ID, wording.say("highlights"), section.html())));
        all.add(new Part("figures", wording.say("cards"), new CardSection(answers, facts, wording, names).html()));
        all.add(new Part("trends", wording.say("trends"), new TrendSection(answers, wording, names).html()));
        periods.ifPresent(section -> all.add(new Part(PeriodSection.ID, section.title(), section.html())));
        if (FunnelSection.isShown(answers)) {
            all.add(new Part("funnel", wording.say("funnel"), new FunnelSection(answers, wording).html()));
        }
        EnteredSection.of(answers, wording)
                .ifPresent(section -> all.add(new Part(EnteredSection.ID, wording.say("entered"), section.html())));
        CohortSection.of(answers, wording)
                .ifPresent(section -> all.add(new Part(CohortSection.ID, wording.say("page.cohorts"), section.html())));
        all.add(new Part("groups", groups, new GroupSection(answers, wording, hasControls).html()));
        if (!answers.groupTrends().isEmpty()) {
            all.add(new Part(
                    "group-trends",
                    groups + ", " + names.by(answers.window().unit()),
                    new GroupTrendSection(answers, wording, names, hasControls).html()));
        }
        all.add(new Part("records", wording.say("records"), records()));
        FindingsSection.of(answers, wording)
                .ifPresent(
                        section -> all.add(new Part(FindingsSection.ID, wording.say("page.findings"), section.html())));
        if (!facts.lists().isEmpty()) {
            all.add(new Part(
                    FactsSection.ID, wording.say("page.facts"), new FactsSection(answers, facts, wording).html()));
        }
        all.add(new Part("definitions", wording.say("page.definitions"), definitions()));
        return all;
    }

    private DomContent content() {
        return main(each(parts, Part::html));
    }

    private SectionTag definitions() {
        return section()
                .withId("definitions")
                .attr("aria-labelledby", "definitions-title")
                .with(
                        h2(wording.say("page.definitions")).withId("definitions-title"),
                        dl(each(answers.report().indicators(), this::definition))
                                .with(each(terms(), term -> term))
                                .withClass("panel definitions"));
    }

    /** From when to when there are records of each kind: what lies outside is not zero. */
    private SectionTag records() {
        return section()
                .withId("records")
                .attr("aria-labelledby", "records-title")
                .with(
                        h2(wording.say("records")).withId("records-title"),
                        dl(each(recordTypes(), this::recorded)).withClass("panel definitions"));
    }

    private static List<RecordType> recordTypes() {
        return Stream.of(RecordType.values())
                .filter(type -> type != RecordType.EXCHANGE_RATE)
                .toList();
    }

    private DomContent recorded(RecordType type) {
        return div(
                dt(records.name(type)),
                dd(records.recorded(type, question.history().zone())));
    }

    /** The words that the definitions of the page use as if everybody knew them. */
    private List<DomContent> terms() {
        List<Indicator<?>> indicators = answers.report().indicators();
        List<DomContent> terms = new ArrayList<>();
        if (indicators.stream().anyMatch(one -> answers.coverage().needs(one, RecordType.CUSTOMER))) {
            terms.add(term("note.entered", "note.entered.text"));
        }
        if (indicators.stream().anyMatch(one -> answers.coverage().needs(one, RecordType.CONTRACT))) {
            terms.add(term("note.in-force", "note.in-force.text"));
        }
        if (indicators.stream()
                .anyMatch(one -> Figure.of(answers.report().get(one)).rateParts() != null)) {
            terms.add(term("note.open", "note.open.text"));
            terms.add(term("note.decided", "note.decided.text"));
            terms.add(term("note.interval", "note.interval.text"));
        }
        return terms;
    }

    private DomContent term(String name, String meaning) {
        return div(dt(wording.say(name)), dd(wording.say(meaning)));
    }

    private DomContent definition(Indicator<?> indicator) {
        return div(
                dt(wording.name(indicator)).withId("def-" + indicator.key()),
                facts.has(indicator)
                        ? dd(
                                text(wording.definition(indicator) + " "),
                                FactsSection.link(indicator, wording.sentence(wording.say("records")), wording))
                        : dd(wording.definition(indicator)));
    }

    private DomContent foot() {
        return footer(p(wording.say("page.foot")));
    }

    private static String resource(String name) {
        try (InputStream bytes = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
