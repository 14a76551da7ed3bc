namespace Slipway.Formats.Dex.Writing;

/// <summary>A set of references. Adding one adds the references that it needs: for a method its owner, name and types.</summary>
internal sealed class DexReferenceSet
{
    public HashSet<string> Strings { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DexProto> Protos { get; } = new(StringComparer.Ordinal);

    public HashSet<DexFieldReference> Fields { get; } = [];

    public HashSet<DexMethodReference> Methods { get; } = [];

    /// <summary>Method handles in order of first use: the format requires no order.</summary>
    public Dictionary<DexMethodHandle, int> MethodHandles { get; } = [];

    /// <summary>Call sites in order of first use.</summary>
    public Dictionary<DexCallSite, int> CallSites { get; } = [];

    public void UnionWith(DexReferenceSet other)
    {
        Strings.UnionWith(other.Strings);
        Types.UnionWith(other.Types);
        Fields.UnionWith(other.Fields);
        Methods.UnionWith(other.Methods);
        foreach (var (descriptor, proto) in other.Protos)
            Protos.TryAdd(descriptor, proto);
        foreach (var handle in other.MethodHandles.Keys)
            MethodHandles.TryAdd(handle, MethodHandles.Count);
        foreach (var site in other.CallSites.Keys)
            CallSites.TryAdd(site, CallSites.Count);
    }

    public void AddString(string text) => Strings.Add(text);

    public void AddType(string descriptor)
    {
        if (Types.Add(descriptor))
            Strings.Add(descriptor);
    }

    public void AddProto(string descriptor)
    {
        if (Protos.ContainsKey(descriptor))
            return;
        var proto = DexProto.Parse(descriptor);
        Protos.Add(descriptor, proto);
        Strings.Add(proto.Shorty);
        AddType(proto.Return);
        foreach (var parameter in proto.Parameters)
            AddType(parameter);
    }

    public void AddField(DexFieldReference field)
    {
        if (!Fields.Add(field))
            return;
        AddType(field.Owner);
        AddType(field.Type);
        AddString(field.Name);
    }

    public void AddMethod(DexMethodReference method)
    {
        if (!Methods.Add(method))
            return;
        AddType(method.Owner);
        AddProto(method.Descriptor);
        AddString(method.Name);
    }

    public void AddMethodHandle(DexMethodHandle handle)
    {
        if (!MethodHandles.TryAdd(handle, MethodHandles.Count))
            return;
        if (handle.Field is not null)
            AddField(handle.Field);
        if (handle.Method is not null)
            AddMethod(handle.Method);
    }

    public void AddCallSite(DexCallSite site)
    {
        if (!CallSites.TryAdd(site, CallSites.Count))
            return;
        foreach (var value in site.Values)
            AddValue(value);
    }

    public void AddValue(DexValue value)
    {
        switch (value)
        {
            case DexValue.Text text:
                AddString(text.Value);
                break;
            case DexValue.TypeLiteral type:
                AddType(type.Descriptor);
                break;
            case DexValue.Field field:
                AddField(field.Reference);
                break;
            case DexValue.EnumConstant constant:
                AddField(constant.Reference);
                break;
            case DexValue.Method method:
                AddMethod(method.Reference);
                break;
            case DexValue.MethodType type:
                AddProto(type.Descriptor);
                break;
            case DexValue.MethodHandle handle:
                AddMethodHandle(handle.Handle);
                break;
            case DexValue.Array array:
                foreach (var element in array.Values)
                    AddValue(element);
                break;
            case DexValue.Annotation annotation:
                AddAnnotation(annotation.AnnotationType, annotation.Elements);
                break;
        }
    }

    public void AddAnnotation(string type, IReadOnlyList<KeyValuePair<string, DexValue>> elements)
    {
        AddType(type);
        foreach (var (name, value) in elements)
        {
            AddString(name);
            AddValue(value);
        }
    }
}
