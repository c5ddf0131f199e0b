import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import type { ServiceNode } from '../api/contract';
import { servicesQuery } from '../api/queries';

interface TreeNode {
  value: string;
  title: string;
  children: TreeNode[];
}

export function treeOf(nodes: readonly ServiceNode[]): TreeNode[] {
  return nodes.map(({ path, name, children }) => ({ value: path, title: name, children: treeOf(children) }));
}

interface ServiceSelectProps {
  id?: string;
  value: string | undefined;
  onChange: (path: string | undefined) => void;
  hint: string;
  className?: string;
  status?: 'error' | undefined;
}

/** One node of the catalogue of services. */
export function ServiceSelect({ id, value, onChange, hint, className, status }: ServiceSelectProps) {
  const services = useQuery(servicesQuery);
  return (
    <TreeSelect
      id={id}
      allowClear
      treeDefaultExpandAll
      treeNodeLabelProp="value"
      className={className}
      status={status}
      aria-label={hint}
      placeholder={hint}
      value={value}
      onChange={(path: string | undefined) => onChange(path)}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeLine={{ showLeafIcon: false }}
      loading={services.isPending}
      popupMatchSelectWidth={240}
      treeData={treeOf(services.data ?? [])}
    />
  );
}
