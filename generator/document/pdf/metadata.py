"""Metadata and pictures as PDF/A and PDF/UA want them, where WeasyPrint's variant of PDF/A leaves something undone.

``script/verapdf`` has the reference validator judge the result.
"""

from typing import Any

import pydyf

from generator.document.tags.tree import at

END = b"</rdf:RDF>"
DECLARED = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""That the file is PDF/UA-1, and what PDF/A must be told about the property that says so."""


class UnknownMetadataError(Exception):
    """The metadata do not look as they did in the versions of WeasyPrint that this was written for."""


def declare_accessible(pdf: Any) -> None:
    """Say in the metadata that the file is PDF/UA-1 as well, inside the one RDF element that a packet may have."""
    packet = at(pdf, pdf.catalog["Metadata"]).stream
    if len(packet) != 1 or packet[0].count(END) != 1:
        raise UnknownMetadataError("the metadata are not one packet with one RDF element")
    packet[0] = packet[0].replace(END, DECLARED + END)


def forbid_smoothing(pdf: Any) -> None:
    """Take back the wish that viewers smooth enlarged pictures, which PDF/A forbids."""
    for thing in pdf.objects:
        extra = getattr(thing, "extra", None)
        if extra and "Interpolate" in extra:
            extra["Interpolate"] = "false"


def label_pages(pdf: Any) -> None:
    """Let viewers count the pages as they are numbered in print: from the cover on, in figures."""
    plain = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array((0, plain))})
