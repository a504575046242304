"""Holds the bundle that `mvn -Prelease deploy` makes against what a repository of releases asks for: release.py BUNDLE.

Prints what is missing, and fails then.
"""

import io
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile

POM = "{http://maven.apache.org/POM/4.0.0}"
TOLD = ("name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
        "scm/url", "scm/connection", "scm/developerConnection", "issueManagement/url")


def text(pom, path):
    found = pom.find("/".join(POM + step for step in path.split("/")))
    return "" if found is None else (found.text or "").strip()


def dependencies(pom, path):
    return [(text(one, "artifactId"), text(one, "version"), text(one, "scope"))
            for one in pom.findall("/".join(POM + step for step in path.split("/")))]


def pom_problems(pom, version):
    if pom.find(POM + "parent") is not None:
        yield "has a parent"
    for path in TOLD:
        if not text(pom, path):
            yield f"has no {path}"
    if not version.endswith("-SNAPSHOT"):
        yield from (f"{path} is still the placeholder {text(pom, path)}" for path in TOLD if "example.org" in text(pom, path))
    # That of a BOM is its own wherever it is imported.
    if "${" in xml.tostring(pom, encoding="unicode").replace("${project.version}", ""):
        yield "has a property in it"
    for name, of, scope in dependencies(pom, "dependencies/dependency"):
        if not of:
            yield f"names no version of {name}"
        if scope == "test":
            yield f"names {name}, which is for tests"
        if of.endswith("-SNAPSHOT") and not version.endswith("-SNAPSHOT"):
            yield f"names the snapshot {name} {of}"


def jar_problems(data, version):
    with zipfile.ZipFile(io.BytesIO(data)) as jar:
        names = set(jar.namelist())
        if "META-INF/LICENSE" not in names:
            yield "has no META-INF/LICENSE"
        manifest = jar.read("META-INF/MANIFEST.MF").decode()
        for entry in ("Implementation-Title", "Implementation-Version", "Specification-Title", "Specification-Version"):
            if not re.search(f"^{entry}: .", manifest, re.MULTILINE):
                yield f"has no {entry}"
        if f"Implementation-Version: {version}" not in manifest:
            yield f"says another version than {version}"
        pages = [name for name in names if name.endswith(".html")]
        reserved = [name for name in pages if b"All rights reserved" in jar.read(name)]
        if reserved:
            yield f"reserves all rights on {len(reserved)} pages, such as {reserved[0]}"


def exports(manifest):
    """The packages that a bundle exports."""
    header = re.search("^Export-Package: (.*)$", manifest, re.MULTILINE)
    quoted = re.sub('"[^"]*"', "", header.group(1) if header else "")
    return {clause.split(";")[0] for clause in quoted.split(",") if clause}


def bundle_problems(jar, version):
    """A bundle is named and exports as the module is and does that is in the same file."""
    with zipfile.ZipFile(jar) as entries:
        manifest = entries.read("META-INF/MANIFEST.MF").decode().replace("\r\n", "\n").replace("\n ", "")
    module = subprocess.run(["jar", "--describe-module", "--file", jar], capture_output=True, text=True, check=True).stdout
    name = re.match(r"[\w.]+", module).group()
    if f"Bundle-SymbolicName: {name}\n" not in manifest:
        yield f"is not the bundle {name}"
    if f"Bundle-Version: {version.replace('-', '.')}\n" not in manifest:
        yield f"is a bundle of another version than {version}"
    exported = set(re.findall(r"^(?:qualified )?exports ([\w.]+)", module, re.MULTILINE))
    for package in sorted(exported ^ exports(manifest)):
        yield f"exports {package} as {'module' if package in exported else 'bundle'} alone"
    if "${" in manifest:
        yield "has a manifest with a property in it"


def artifact_problems(folder, version):
    """Of one artifact: its POM, and what belongs to a jar."""
    stem = sorted(folder.glob("*.pom"))[-1].name.removesuffix(".pom")
    pom = xml.parse(folder / f"{stem}.pom").getroot()
    for problem in pom_problems(pom, version):
        yield f"{stem}.pom {problem}"
    if not (folder / f"{stem}-cyclonedx.json").exists():
        yield f"{stem} has no bill of materials"
    elif json.loads((folder / f"{stem}-cyclonedx.json").read_text())["metadata"]["component"]["version"] != version:
        yield f"the bill of materials of {stem} is that of another version"
    if text(pom, "packaging") == "pom":
        return
    for kind in ("", "-sources", "-javadoc"):
        jar = folder / f"{stem}{kind}.jar"
        if jar.exists():
            for problem in (*jar_problems(jar.read_bytes(), version), *(() if kind else bundle_problems(jar, version))):
                yield f"{jar.name} {problem}"
        else:
            yield f"{jar.name} is not there"


def main():
    home = pathlib.Path(sys.argv[1]) / "org/saleskpi"
    artifacts = {path.parent.parent.name: path.parent for path in home.glob("*/*/*.pom")}
    problems = [] if artifacts else [f"nothing is in {home}"]
    for folder in artifacts.values():
        problems += artifact_problems(folder, folder.name)
    if "kpi-bom" in artifacts:
        bom = xml.parse(sorted(artifacts["kpi-bom"].glob("*.pom"))[-1]).getroot()
        managed = {name for name, _, _ in dependencies(bom, "dependencyManagement/dependencies/dependency")}
        for name in sorted(managed ^ (artifacts.keys() - {"kpi-bom"})):
            problems.append(f"{name} is {'managed by kpi-bom, but not' if name in managed else 'not managed by kpi-bom, but'} in the bundle")
    elif artifacts:
        problems.append("kpi-bom is not there")
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{len(artifacts)} artifacts, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
