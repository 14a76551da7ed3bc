namespace Slipway.Contract.Tests.Walk;

/// <summary>How a served document departs from the expected one.</summary>
internal enum DifferenceKind
{
    /// <summary>Expected and not served.</summary>
    Missing,

    /// <summary>Served in another form.</summary>
    Different,

    /// <summary>Served and not expected.</summary>
    Extra,
}
