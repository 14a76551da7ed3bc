using Slipway.Formats;

namespace Slipway.Build.Shell.Signatures;

/// <summary>The types of one or more signature texts; a later text may continue a type of an earlier one.</summary>
internal sealed class ApiSurface
{
    private readonly Dictionary<string, ApiType> _byName = [];
    private readonly List<ApiType> _types = [];

    public IReadOnlyList<ApiType> Types => _types;

    public ApiType? Find(string internalName) => _byName.GetValueOrDefault(internalName);

    /// <exception cref="MalformedInputException">A text does not follow the format.</exception>
    public void Add(string text, string? name = null)
    {
        foreach (var type in ApiTextReader.Read(text, name))
        {
            if (_byName.TryAdd(type.Name, type))
            {
                _types.Add(type);
            }
            else
            {
                _byName[type.Name].Members.AddRange(type.Members);
            }
        }
    }
}
