using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>A picture that an app names for its icon.</summary>
/// <param name="Setting">Path within the app as given, or a data: address, with the place that names it.</param>
/// <param name="Group">Candidates of a higher group come first, whatever their size.</param>
public sealed record IconCandidate(Setting Setting, int Group);
