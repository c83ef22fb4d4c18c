//! What becomes of each kind of shape.

use egui::epaint::{CubicBezierShape, EllipseShape, Mesh, PathShape, QuadraticBezierShape, TextShape};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, CornerRadius, FontId, Painter, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use resvg::usvg::roxmltree::{Document, Node};

use super::{parsed, svg};

/// The drawing of what `paint` paints on a square of 100 units at the left top of a picture.
fn painted(paint: impl Fn(&Painter) + Send + Sync) -> String {
    svg(move |ui: &mut Ui, _| {
        ui.allocate_space(vec2(100.0, 100.0));
        paint(ui.painter());
    })
}

/// All elements of a tag but the ground.
fn all<'d>(document: &'d Document<'d>, tag: &str) -> Vec<Node<'d, 'd>> {
    let own = document.descendants().filter(|it| it.has_tag_name(tag));
    own.filter(|it| it.attribute("width") != Some("100%")).collect()
}

/// The attributes of the only element of a tag.
fn only(svg: &str, tag: &str, attributes: &[&str]) -> Vec<String> {
    let document = parsed(svg);
    let found = all(&document, tag);
    assert_eq!(found.len(), 1, "{svg}");
    let values = attributes.iter().map(|it| found[0].attribute(*it).unwrap_or("-"));
    values.map(str::to_owned).collect()
}

const RED: Color32 = Color32::RED;

#[test]
fn a_circle_stays_a_circle() {
    let svg = painted(|it| {
        it.circle(
            pos2(50.0, 60.5),
            3.5,
            RED.gamma_multiply(0.5),
            Stroke::new(2.0, Color32::BLUE),
        );
    });
    let told = only(
        &svg,
        "circle",
        &["cx", "cy", "r", "fill", "fill-opacity", "stroke", "stroke-width"],
    );
    assert_eq!(told, ["50", "60.5", "3.5", "#ff0000", "0.5", "#0000ff", "2"]);
}

#[test]
fn the_outline_of_a_rectangle_lies_where_it_was_asked_for() {
    let place = Rect::from_min_size(pos2(40.0, 50.0), vec2(20.0, 10.0));
    let drawn = |kind| {
        let svg = painted(move |it| {
            it.rect(place, CornerRadius::same(3), RED, Stroke::new(2.0, Color32::BLUE), kind);
        });
        only(&svg, "rect", &["x", "y", "width", "height", "rx"])
    };
    assert_eq!(drawn(StrokeKind::Inside), ["41", "51", "18", "8", "2"]);
    assert_eq!(drawn(StrokeKind::Middle), ["40", "50", "20", "10", "3"]);
    assert_eq!(drawn(StrokeKind::Outside), ["39", "49", "22", "12", "4"]);
}

#[test]
fn lines_and_curves_keep_their_points() {
    let svg = painted(|it| {
        it.line_segment([pos2(40.0, 50.0), pos2(60.0, 50.0)], Stroke::new(1.0, RED));
        it.add(PathShape::line(
            vec![pos2(40.0, 60.0), pos2(50.0, 61.0), pos2(60.0, 60.0)],
            Stroke::new(1.5, RED),
        ));
        it.add(PathShape::convex_polygon(
            vec![pos2(40.0, 70.0), pos2(50.0, 71.0), pos2(60.0, 70.0)],
            RED,
            Stroke::NONE,
        ));
        let bent = [pos2(40.0, 80.0), pos2(50.0, 90.0), pos2(60.0, 80.0)];
        it.add(QuadraticBezierShape::from_points_stroke(
            bent,
            false,
            Color32::TRANSPARENT,
            Stroke::new(1.0, RED),
        ));
        let bent = [pos2(40.0, 90.0), pos2(45.0, 99.0), pos2(55.0, 99.0), pos2(60.0, 90.0)];
        it.add(CubicBezierShape::from_points_stroke(bent, true, RED, Stroke::NONE));
    });
    let document = parsed(&svg);
    let paths: Vec<_> = all(&document, "path")
        .iter()
        .filter_map(|it| it.attribute("d"))
        .collect();
    assert_eq!(
        paths,
        [
            "M40 60L50 61L60 60",
            "M40 70L50 71L60 70Z",
            "M40 80Q50 90 60 80",
            "M40 90C45 99 55 99 60 90Z",
        ]
    );
    assert_eq!(all(&document, "line").len(), 1);
}

#[test]
fn dashes_are_lines() {
    let svg = painted(|it| {
        it.extend(Shape::dashed_line(
            &[pos2(40.0, 50.0), pos2(80.0, 50.0)],
            Stroke::new(1.0, RED),
            4.0,
            4.0,
        ));
    });
    assert_eq!(all(&parsed(&svg), "line").len(), 5);
}

#[test]
fn what_is_turned_is_turned_around_its_middle() {
    let svg = painted(|it| {
        it.add(EllipseShape::filled(pos2(50.0, 60.0), vec2(10.0, 5.0), RED).with_angle(std::f32::consts::FRAC_PI_2));
    });
    let told = only(&svg, "ellipse", &["rx", "ry", "transform"]);
    assert_eq!(told, ["10", "5", "rotate(90 50 60)"]);
}

/// Two triangles that make a square, in these colours.
fn square(colors: [Color32; 2]) -> Mesh {
    let mut mesh = Mesh::default();
    let corners = [(40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0)].map(|(x, y)| pos2(x, y));
    for (n, places) in [[0, 1, 2], [0, 3, 2]].into_iter().enumerate() {
        let first = mesh.vertices.len() as u32;
        for place in places {
            mesh.colored_vertex(corners[place], colors[n]);
        }
        mesh.add_triangle(first, first + 1, first + 2);
    }
    mesh
}

#[test]
fn triangles_of_one_colour_are_one_area_without_seams() {
    let svg = painted(|it| {
        it.add(square([RED, RED]));
    });
    assert_eq!(
        only(&svg, "path", &["d", "fill"]),
        ["M40 40L60 40L60 60L40 60Z", "#ff0000"]
    );
}

#[test]
fn a_hairline_that_smooths_an_area_on_a_screen_is_not_in_a_file() {
    let corners = vec![pos2(40.0, 40.0), pos2(60.0, 40.0), pos2(60.0, 60.0), pos2(40.0, 60.0)];
    let svg = painted(move |it| {
        it.add(square([RED, RED]));
        it.add(PathShape::closed_line(corners.clone(), Stroke::new(0.2, RED)));
        it.add(square([RED, RED]));
        it.add(PathShape::closed_line(corners.clone(), Stroke::new(2.0, RED)));
    });
    let document = parsed(&svg);
    let lines: Vec<_> = all(&document, "path")
        .iter()
        .map(|it| it.attribute("stroke-width").map(str::to_owned))
        .collect();
    assert_eq!(lines, [None, None, Some("2".to_owned())]);
}

#[test]
fn triangles_of_two_colours_are_two_areas() {
    let svg = painted(|it| {
        it.add(square([RED, Color32::BLUE]));
    });
    let document = parsed(&svg);
    let fills: Vec<_> = all(&document, "path")
        .iter()
        .filter_map(|it| it.attribute("fill"))
        .collect();
    assert_eq!(fills, ["#ff0000", "#0000ff"]);
}

#[test]
fn only_what_would_be_cut_is_cut() {
    let svg = painted(|it| {
        let window = it.with_clip_rect(Rect::from_min_size(pos2(40.0, 40.0), vec2(40.0, 40.0)));
        window.circle_filled(pos2(50.0, 50.0), 5.0, RED);
        window.circle_filled(pos2(80.0, 50.0), 5.0, RED);
        window.circle_filled(pos2(80.0, 60.0), 5.0, RED);
        window.circle_filled(pos2(95.0, 50.0), 5.0, RED);
    });
    let document = parsed(&svg);
    let region = |it: &Node<'_, '_>| it.parent().and_then(|it| it.attribute("clip-path").map(str::to_owned));
    let regions: Vec<_> = all(&document, "circle").iter().map(region).collect();
    let cut = Some("url(#cut-1)".to_owned());
    assert_eq!(regions, [None, cut.clone(), cut]);
    assert_eq!(all(&document, "clipPath").len(), 1);
}

#[test]
fn text_is_text_with_its_weight_and_its_turn() {
    let svg = painted(|it| {
        let bold = FontId::new(20.0, afterrun::theme::semi_bold());
        let galley = it.layout_no_wrap("7 h < 8 h".to_owned(), bold, RED);
        let shape = TextShape::new(pos2(40.0, 90.0), galley, RED);
        it.add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
    });
    let document = parsed(&svg);
    let texts = all(&document, "text");
    let found = texts.iter().find(|it| it.text() == Some("7 h < 8 h")).unwrap();
    assert_eq!(found.attribute("font-weight"), Some("600"));
    assert_eq!(found.attribute("font-size"), Some("20"));
    let turn = found.attribute("transform").unwrap();
    assert!(turn.starts_with("rotate(-90 "), "{turn}");
}

#[test]
fn each_row_and_each_format_is_a_text_of_its_own() {
    let svg = painted(|it| {
        let usual = TextFormat::simple(FontId::proportional(14.0), RED);
        let other = TextFormat {
            italics: true,
            underline: Stroke::new(1.0, RED),
            ..TextFormat::simple(FontId::proportional(14.0), Color32::BLUE)
        };
        let mut job = LayoutJob::default();
        job.append("slept ", 0.0, usual.clone());
        job.append("7 h", 0.0, other);
        job.append("\nsore", 0.0, usual);
        let galley = it.layout_job(job);
        it.galley(pos2(40.0, 40.0), galley, RED);
    });
    let document = parsed(&svg);
    let texts = all(&document, "text");
    let told = |words: &str| {
        let found = texts.iter().find(|it| it.text() == Some(words)).unwrap();
        let attributes = ["fill", "font-style", "text-decoration"];
        attributes.map(|it| found.attribute(it).unwrap_or("-").to_owned())
    };
    assert_eq!(told("slept"), ["#ff0000", "-", "-"]);
    assert_eq!(told("7 h"), ["#0000ff", "italic", "underline"]);
    assert_eq!(told("sore"), ["#ff0000", "-", "-"]);
}

#[test]
fn what_was_cut_short_ends_in_its_mark() {
    let svg = painted(|it| {
        let mut job = LayoutJob::simple_singleline("a name that is much too long".to_owned(), FontId::default(), RED);
        job.wrap = egui::text::TextWrapping::truncate_at_width(80.0);
        let galley = it.layout_job(job);
        it.galley(pos2(40.0, 40.0), galley, RED);
    });
    let document = parsed(&svg);
    let cut = all(&document, "text")
        .into_iter()
        .filter_map(|it| it.text())
        .find(|it| it.starts_with("a name"));
    assert!(cut.is_some_and(|it| it.ends_with('…')), "{cut:?}");
}

#[test]
fn a_name_with_letters_that_xml_has_not_is_still_a_file() {
    let svg = painted(|it| {
        let font = FontId::proportional(14.0);
        it.text(
            pos2(40.0, 40.0),
            Align2::LEFT_TOP,
            "calf\u{1}\u{8}\u{fffe} & foot",
            font,
            RED,
        );
    });
    let document = parsed(&svg);
    assert!(
        all(&document, "text").iter().any(|it| it.text() == Some("calf & foot")),
        "{svg}"
    );
}
