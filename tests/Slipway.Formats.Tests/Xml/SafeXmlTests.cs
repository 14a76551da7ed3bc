using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Slipway.Formats.Xml;

namespace Slipway.Formats.Tests.Xml;

public class SafeXmlTests
{
    [Fact]
    public void Elements_keep_their_lines()
    {
        var document = Load("<a>\n  <b x='1'/>\n</a>");

        Assert.Equal(2, ((IXmlLineInfo)document.Root!.Element("b")!).LineNumber);
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<a>&e;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'xx'><!ENTITY c '&b;&b;'>]><a>&c;</a>")]
    [InlineData("<!DOCTYPE a><a")]
    public void A_document_type_declaration_is_refused_by_name(string text) =>
        Assert.Equal(XmlFault.DtdForbidden, Refusal(text).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("<a>")]
    [InlineData("<a b='1' b='2'/>")]
    [InlineData("<a>&undeclared;</a>")]
    [InlineData("<a/><b/>")]
    [InlineData("<x:a/>")]
    [InlineData("<?xml version='1.0' encoding='no-such-encoding'?><a/>")]
    public void Text_that_is_not_well_formed_is_refused_by_name(string text) =>
        Assert.Equal(XmlFault.Malformed, Refusal(text).Fault);

    [Fact]
    public void A_malformed_document_names_its_line() =>
        Assert.Equal(3, Refusal("<a>\n<b/>\n</c>\n").Line);

    [Fact]
    public void Depth_elements_and_attributes_have_budgets()
    {
        Assert.Equal(XmlFault.TooComplex, Refusal(Repeat("<a>", 100_000)).Fault);
        Assert.Equal(XmlFault.TooComplex, Refusal("<r>" + Repeat("<a/>", SafeXml.MaxElements) + "</r>").Fault);
        Assert.Equal(XmlFault.TooComplex, Refusal("<a b='" + new string('x', SafeXml.MaxAttributeLength + 1) + "'/>").Fault);
        Assert.Equal(XmlFault.TooComplex, Refusal("<a b='" + new string('x', SafeXml.MaxBytes) + "'/>").Fault);
    }

    [Fact]
    public void A_stream_is_read_only_up_to_the_budget() =>
        Assert.Equal(XmlFault.TooComplex, Assert.Throws<XmlInputException>(() => SafeXml.Load(new MemoryStream(new byte[SafeXml.MaxBytes * 2]))).Fault);

    [Fact]
    public void Utf16_is_read() =>
        Assert.Equal("a", SafeXml.Load(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<a/>")).ToArray()).Root!.Name.LocalName);

    [Fact]
    public void Mutated_documents_are_read_or_refused()
    {
        var seed = Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-8'?><widget id='a.b' xmlns:c='urn:x'><![CDATA[x]]><c:n a='&#65;'/><!-- c --></widget>");
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length - 1], Gen.Byte).Sample(
            (i, a, j, b) =>
            {
                var bytes = (byte[])seed.Clone();
                bytes[i] = a;
                bytes[j] = b;
                try
                {
                    SafeXml.Load(bytes);
                }
                catch (XmlInputException)
                {
                }
            },
            iter: 5_000);
    }

    private static XDocument Load(string text) => SafeXml.Load(Encoding.UTF8.GetBytes(text), "config.xml");

    private static XmlInputException Refusal(string text) => Assert.Throws<XmlInputException>(() => Load(text));

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
