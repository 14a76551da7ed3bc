namespace Slipway.Formats.Arsc;

/// <summary>Chunk types of binary resources (<c>ResChunk_header::type</c> in androidfw/ResourceTypes.h).</summary>
internal enum ResourceChunk : ushort
{
    Null = 0x0000,
    StringPool = 0x0001,
    Table = 0x0002,
    Xml = 0x0003,
    XmlStartNamespace = 0x0100,
    XmlEndNamespace = 0x0101,
    XmlStartElement = 0x0102,
    XmlEndElement = 0x0103,
    XmlText = 0x0104,
    XmlResourceMap = 0x0180,
    TablePackage = 0x0200,
    TableType = 0x0201,
    TableTypeSpec = 0x0202,
}
