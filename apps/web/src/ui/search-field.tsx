import { Icon } from './icon.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

export const SearchField = ({ label, search, onSearch }: SearchFieldProps) => (
  <label className="search">
    <Icon name="search" />
    <input
      type="search"
      value={search}
      placeholder={label}
      aria-label={label}
      onChange={({ target }) => onSearch(target.value)}
    />
  </label>
);
