package org.saleskpi.cli.output.page;

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
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.Config;
import j2html.TagCreator;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.LiTag;
import j2html.tags.specialized.NavTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.UlTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.saleskpi.cli.output.Answers;
import org.saleskpi.cli.output.Filter;
import org.saleskpi.cli.output.Question;
import org.saleskpi.cli.output.ReportWriter;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.ReportTerms;

/**
 * Reports as one page that needs nothing else: no script, no font, no network. It opens from a mail, prints on paper, and is
 * the same to the byte for the same question and facts.
 *
 * <p>It shows more than was asked: the change from the period before, the course of the months with the year before, the
 * stages from calls to contracts, and the groups beside each other.
 */
public final class HtmlReport implements ReportWriter {

    private static final String CSS = css();

    private final Question question;
    private final Wording wording;
    private final PeriodNames names;

    /**
     * Creates a writer.
     *
     * @param question what was asked, in which language
     */
    public HtmlReport(Question question) {
        this.question = question;
        this.wording = new Wording(question.locale());
        this.names = new PeriodNames(question.locale(), question.history().zone());
    }

    @Override
    public void write(Answers answers, OutputStream out) throws IOException {
        PageAnswers told = PageAnswers.of(question);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("<!DOCTYPE html>\n");
        html(top(), body(hatching(), header(told), contents(told), content(told), foot()))
                .withLang(wording.language().toLanguageTag())
                .render(FlatHtml.into(text, Config.defaults().withEmptyTagsClosed(true)));
        text.write('\n');
        text.flush();
    }

    private String pageTitle() {
        return wording.say("page.title");
    }

    /** The one thing that the page may use is its own style, known by its digest. */
    private HeadTag top() {
        return head(
                meta().attr("charset", "utf-8"),
                meta().attr("http-equiv", "Content-Security-Policy")
                        .attr(
                                "content",
                                "default-src 'none'; style-src 'sha256-" + digest(CSS)
                                        + "'; base-uri 'none'; form-action 'none'"),
                meta().withName("viewport").attr("content", "width=device-width, initial-scale=1"),
                meta().withName("color-scheme").attr("content", "light dark"),
                title(pageTitle() + " – " + names.of(question.dates())),
                style(rawHtml(CSS)));
    }

    /** What is still open is hatched: a pattern that all drawings share. */
    private static DomContent hatching() {
        return Svg.of("svg")
                .withClass("shared")
                .attr("aria-hidden", "true")
                .with(Svg.of("defs")
                        .with(Svg.of("pattern")
                                .withId("hatched")
                                .at("width", 6)
                                .at("height", 6)
                                .attr("patternUnits", "userSpaceOnUse")
                                .attr("patternTransform", "rotate(45)")
                                .with(
                                        Svg.rectangle(0, 0, 6, 6).withClass("hatch-ground"),
                                        Svg.rectangle(0, 0, 3, 6).withClass("hatch-stroke"))));
    }

    private HeaderTag header(PageAnswers told) {
        ReportTerms terms = told.report().terms();
        DlTag list = dl();
        entry(list, wording.say("period"), wording.span(terms.period(), terms.zone()));
        entry(list, wording.say("time-zone"), terms.zone().getId());
        Instant asOf = terms.asOf();
        if (asOf != null) {
            entry(list, wording.say("as-of"), wording.moment(asOf.atZone(terms.zone())));
        }
        entry(list, wording.say("currency"), terms.currency().getCode());
        for (Filter filter : question.filters()) {
            entry(
                    list,
                    wording.say("only"),
                    wording.say("labelled", wording.name(filter.dimension()), wording.key(filter.key())));
        }
        return TagCreator.header(p(pageTitle()).withClass("kind"), h1(capital(names.of(question.dates()))), list)
                .with(notes(told));
    }

    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(question.locale()) + text.substring(1);
    }

    private static void entry(DlTag list, String name, String text) {
        list.with(div(dt(name), dd(text)));
    }

    /** What a reader must know before the first number. */
    private List<DomContent> notes(PageAnswers told) {
        List<DomContent> notes = new ArrayList<>();
        if (!told.isKnown(told.report().terms().period())) {
            notes.add(p(wording.say("page.nothing-recorded")).withClass("note"));
        }
        wording.endlessCovers(question.history())
                .ifPresent(note -> notes.add(p(note + ".").withClass("note")));
        return notes;
    }

    private NavTag contents(PageAnswers told) {
        UlTag list = ul(
                link("figures", wording.say("cards")),
                link("trends", wording.say("trends")),
                link("funnel", wording.say("funnel")),
                link("groups", GroupSection.title(told.dimension(), wording)));
        if (!told.groupTrends().isEmpty()) {
            list.with(link(
                    "group-trends",
                    GroupSection.title(told.dimension(), wording) + ", "
                            + names.by(told.window().unit())));
        }
        return nav(list.with(link("definitions", wording.say("page.definitions"))))
                .attr("aria-label", wording.say("page.contents"));
    }

    private static LiTag link(String id, String text) {
        return li(a(text).withHref("#" + id));
    }

    private DomContent content(PageAnswers told) {
        return main(
                        new CardSection(told, wording, names).html(),
                        new TrendSection(told, wording, names).html(),
                        new FunnelSection(told, wording).html(),
                        new GroupSection(told, wording).html())
                .condWith(!told.groupTrends().isEmpty(), groupTrends(told))
                .with(definitions(told));
    }

    private SectionTag groupTrends(PageAnswers told) {
        return told.groupTrends().isEmpty() ? section() : new GroupTrendSection(told, wording, names).html();
    }

    private SectionTag definitions(PageAnswers told) {
        return section()
                .withId("definitions")
                .attr("aria-labelledby", "definitions-title")
                .with(
                        h2(wording.say("page.definitions")).withId("definitions-title"),
                        dl(each(told.report().indicators(), this::definition)).withClass("panel definitions"));
    }

    private DomContent definition(Indicator<?> indicator) {
        return div(
                dt(indicator.name(question.locale())).withId("def-" + indicator.key()),
                dd(indicator.definition(question.locale())));
    }

    private DomContent foot() {
        return footer(p(wording.say("page.foot")));
    }

    private static String css() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
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
